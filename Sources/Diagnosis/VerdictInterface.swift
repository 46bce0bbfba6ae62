internal import AzureResources
internal import Estate
internal import IPAddressing
internal import PathAnalysis

/// What of a NIC decides verdicts, in numbers; or of any host of a subnet, which has a free address and no NIC.
struct VerdictInterface {
  /// The primary IPv4 address.
  var address: UInt32 = 0
  /// Indexes of the subnet and of its network; -1 where the snapshot lacks the subnet.
  var subnet: Int32 = -1
  var network: Int32 = -1
  /// The NIC's machine, or, below 0, the NIC itself: what counts as one device.
  let device: Int32
  /// The compiled filters of both directions; -1 where they weren't asked for yet.
  var inbound: Int32 = -1
  var outbound: Int32 = -1
  let forwards: Bool
  /// Whether its machine is known not to run.
  let isStopped: Bool
  var hasAddress = false
  /// Whether its address in its network is its own and its only one, and no private endpoint's.
  var isPlain = false

  /// Whether somebody asked for it already.
  private(set) var isKnown = true

  /// One that nobody asked for yet.
  static let unknown = VerdictInterface()

  private init() {
    device = .min
    (forwards, isStopped) = (false, false)
    isKnown = false
  }

  /// Any host of a subnet, at an address that nothing has.
  init(inSubnet subnet: Int, _ network: Int, _ address: UInt32) {
    self.address = address
    self.subnet = Int32(subnet)
    self.network = Int32(network)
    device = .min
    (forwards, isStopped) = (false, false)
    (hasAddress, isPlain) = (true, true)
  }

  init(_ index: Int, _ estate: Estate, _ tracer: Tracer, _ machines: Tracer.MachineState) {
    let resource = estate.networkInterfaces[index]
    let machine = estate.virtualMachine(ofInterface: index)
    device = Int32(machine ?? -1 - index)
    forwards = resource.enableIPForwarding
    let state = machine.flatMap { estate.virtualMachines[$0].powerState }
    isStopped = machines == .asRecorded && state.map { $0 != .running && $0 != .starting } ?? false
    guard let place = estate.subnet(ofInterface: index), case .v4(let four) = resource.privateIPAddress else { return }
    subnet = Int32(place)
    network = Int32(estate.subnets[place].network)
    address = four.bits
    hasAddress = true
    let isOwn = tracer.book.owner(of: .v4(four), inNetwork: Int(network)) == .interface(index)
    let addresses = resource.ipConfigurations.count { $0.privateIPAddress != nil }
    isPlain = isOwn && addresses == 1 && resource.privateEndpoint == nil
  }
}
