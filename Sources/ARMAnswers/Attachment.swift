internal import AzureResources
internal import Estate

/// Whether NICs are attached to running machines.
struct Attachment {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// Whether a NIC is attached to a machine that runs, as far as the snapshot tells.
  ///
  /// A NIC that Azure itself wrote without a machine has none. One that somebody declared, without a machine, stands
  /// for one that is about to have it, and a machine whose state nobody recorded counts as running. A private
  /// endpoint's NIC never has a machine.
  func isRunning(_ interface: Int) -> Bool {
    let resource = estate.networkInterfaces[interface]
    if let machine = estate.virtualMachine(ofInterface: interface) { return isMachineRunning(machine) }
    guard resource.privateEndpoint == nil, !isOfPrivateEndpoint(resource.id) else { return false }
    return resource.virtualMachine != nil || !resource.isReadFromAzure
  }

  /// Whether a machine runs, as far as the snapshot tells.
  ///
  /// - Parameter machine: An index of `Estate.virtualMachines`.
  func isMachineRunning(_ machine: Int) -> Bool {
    estate.virtualMachines[machine].powerState.map { $0 == .running } ?? true
  }

  private func isOfPrivateEndpoint(_ interface: ResourceID) -> Bool {
    estate.privateEndpoints.contains { $0.networkInterfaces.contains(interface) }
  }
}
