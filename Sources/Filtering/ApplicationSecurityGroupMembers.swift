internal import AzureResources
internal import Estate
internal import IPAddressing

/// The addresses in each application security group: those of NICs' IP configurations and of private endpoints (routing
/// semantics D-070).
struct ApplicationSecurityGroupMembers {
  private var members: [ResourceID: Set<IPAddress>] = [:]

  /// - Complexity: O(NICs + private endpoints).
  init(_ estate: Estate) {
    for interface in estate.networkInterfaces {
      for configuration in interface.ipConfigurations {
        add(configuration.privateIPAddress, to: configuration.applicationSecurityGroups)
      }
    }
    for endpoint in estate.privateEndpoints where !endpoint.applicationSecurityGroups.isEmpty {
      for address in endpoint.addresses { add(address, to: endpoint.applicationSecurityGroups) }
      for interface in endpoint.networkInterfaces.compactMap({ estate.networkInterfaceIndex($0) }) {
        for configuration in estate.networkInterfaces[interface].ipConfigurations {
          add(configuration.privateIPAddress, to: endpoint.applicationSecurityGroups)
        }
      }
    }
  }

  private mutating func add(_ address: IPAddress?, to groups: [ResourceID]) {
    guard let address else { return }
    for group in groups { members[group, default: []].insert(address) }
  }

  /// Whether an address is in one of the groups.
  ///
  /// - Complexity: O(groups).
  func contains(_ address: IPAddress, in groups: [ResourceID]) -> Bool {
    groups.contains { members[$0]?.contains(address) == true }
  }

  /// The addresses in any of the groups.
  func addresses(in groups: [ResourceID]) -> Set<IPAddress> {
    groups.reduce(into: []) { $0.formUnion(members[$1] ?? []) }
  }
}
