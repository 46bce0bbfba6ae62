internal import AzureResources
internal import Estate
internal import IPAddressing

/// The machine that a diagnostic call names, and its NICs.
struct TargetMachine {
  private let estate: Estate
  /// The machine as an index of `Estate.virtualMachines`; nil where the snapshot knows it only through its NICs.
  let machine: Int?
  /// The NICs as indexes of `Estate.networkInterfaces`, the primary one first.
  let interfaces: [Int]

  /// - Throws: `ARMError` where neither the machine nor a NIC of it is in the snapshot.
  /// - Complexity: O(1) for a machine that is in the snapshot with its NICs, else O(resources).
  init(_ id: ResourceID, _ estate: Estate) throws(ARMError) {
    guard id.kind == .virtualMachine || id.kind == .scaleSetVirtualMachine else {
      throw .invalidFormat("targetResourceId", "\(id) is no virtual machine")
    }
    self.estate = estate
    let locator = ResourceLocator(estate)
    machine = estate.virtualMachineIndex(locator.locate(id))
    let known = machine.map { estate.networkInterfaces(ofMachine: $0) } ?? []
    interfaces = known.isEmpty ? Self.unlistedInterfaces(of: id, estate) : known
    guard machine != nil || !interfaces.isEmpty else { throw locator.absence(id) }
  }

  /// The NIC that a question is about.
  ///
  /// - Throws: `ARMError` where the choice is open and the answer may depend on it.
  /// - Source: routing semantics C-004.
  func interface(
    named: ResourceID?, of target: ResourceID, owning source: IPAddress? = nil
  ) throws(ARMError) -> Int {
    if let named {
      let locator = ResourceLocator(estate)
      guard let interface = estate.networkInterfaceIndex(locator.locate(named)) else { throw locator.absence(named) }
      guard interfaces.isEmpty || interfaces.contains(interface) else {
        throw .invalidFormat("targetNicResourceId", "\(named) is not attached to \(target)")
      }
      return interface
    }
    if interfaces.count > 1, interfaces.contains(where: { estate.networkInterfaces[$0].enableIPForwarding }) {
      throw .invalidFormat(
        "targetNicResourceId",
        "the field is missing; \(target) has several network interfaces and forwards on one of them")
    }
    guard let primary = interfaces.first else {
      throw .noInterface(of: target)
    }
    return source.flatMap { source in interfaces.first { owns($0, source) } } ?? primary
  }

  /// Whether an address is one of a NIC's.
  func owns(_ interface: Int, _ address: IPAddress) -> Bool {
    estate.networkInterfaces[interface].ipConfigurations.contains { $0.privateIPAddress == address }
  }

  /// NICs that name the machine, though the snapshot lacks it or its list of NICs: by their `virtualMachine`, by their
  /// own id, which in a scale set is below its machine's, or by the name that `az vm create` gives to a machine's NIC.
  private static func unlistedInterfaces(of id: ResourceID, _ estate: Estate) -> [Int] {
    let indices = estate.networkInterfaces.indices
    let naming = indices.filter { index in
      let interface = estate.networkInterfaces[index]
      return interface.virtualMachine.map { isSameMachine($0, id) } == true || interface.id.parent == id
    }
    guard naming.isEmpty else {
      return naming.filter { estate.networkInterfaces[$0].primary == true }
        + naming.filter { estate.networkInterfaces[$0].primary != true }
    }
    return indices.filter { index in
      let interface = estate.networkInterfaces[index]
      return interface.virtualMachine == nil && interface.id.name.matches("\(id.name)VMNic")
        && isSameGroup(interface.id, id)
    }
  }

  /// Equality of machines, that of masked subscriptions included.
  private static func isSameMachine(_ left: ResourceID, _ right: ResourceID) -> Bool {
    left == right || (left.kind == right.kind && left.name.matches(right.name) && isSameGroup(left, right))
  }

  private static func isSameGroup(_ left: ResourceID, _ right: ResourceID) -> Bool {
    guard let one = left.resourceGroup, let other = right.resourceGroup else { return false }
    return one.matches(other)
  }
}
