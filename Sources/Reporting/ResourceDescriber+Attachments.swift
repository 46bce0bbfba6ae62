internal import AzureResources
internal import Estate
internal import IPAddressing

/// Resources that are known mostly by what names them.
extension ResourceDescriber {
  /// The subnets and NICs that a group or gateway is attached to.
  func attachment(_ id: ResourceID, _ facts: inout ResourceFacts) {
    let subnets = estate.subnets.indices.map { estate.subnet($0) }
    switch id.kind {
    case .natGateway: facts.add("subnets", subnets.filter { $0.natGateway == id }.map(\.id))
    case .networkSecurityGroup:
      facts.add("subnets", subnets.filter { $0.networkSecurityGroup == id }.map(\.id))
      facts.add("networkInterfaces", estate.networkInterfaces.filter { $0.networkSecurityGroup == id }.map(\.id))
    default:
      let members = estate.networkInterfaces.filter { interface in
        interface.ipConfigurations.contains { $0.applicationSecurityGroups.contains(id) }
      }
      facts.add("networkInterfaces", members.map(\.id))
    }
  }

  func publicAddress(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.publicIPAddressIndex(id) else { return }
    let address = estate.publicIPAddresses[index]
    facts.add("ipAddress", address.ipAddress?.description)
    facts.add("sku", address.sku)
    facts.add("usedBy", address.ipConfiguration?.parent ?? address.ipConfiguration ?? user(ofPublicAddress: id))
  }

  /// The owner of the ip configuration that names the address, for snapshots that hold only that side.
  private func user(ofPublicAddress id: ResourceID) -> ResourceID? {
    func uses(_ configurations: [IPConfiguration]) -> Bool { configurations.contains { $0.publicIPAddress == id } }
    return estate.networkInterfaces.first { uses($0.ipConfigurations) }?.id
      ?? estate.virtualNetworkGateways.first { uses($0.ipConfigurations) }?.id
      ?? estate.loadBalancers.first { uses($0.frontends) }?.id
      ?? estate.azureFirewalls.first { uses($0.ipConfigurations) }?.id
  }

  func loadBalancer(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let balancer = estate.loadBalancers.first(where: { $0.id == id }) else { return }
    facts.add("sku", balancer.sku)
    facts.add("frontends", list: balancer.frontends) { frontend, facts in
      facts.add("name", String(frontend.id.name))
      facts.add("privateIPAddress", frontend.privateIPAddress?.description)
      facts.add("publicAddress", publicAddress(frontend))
      facts.add("subnet", frontend.subnet)
    }
    facts.add("rules", list: balancer.rules) { rule, facts in
      facts.add("name", String(rule.id.name))
      facts.add("protocol", rule.transport)
      facts.add("frontendPort", Int64(rule.frontendPort))
      facts.add("backendPort", Int64(rule.backendPort))
      facts.add("frontend", rule.frontend.map { String($0.name) })
      facts.add("backendPools", texts: rule.backendPools.map { String($0.name) })
    }
    let members = estate.networkInterfaces.filter { interface in
      interface.ipConfigurations.contains { configuration in
        configuration.loadBalancerBackendAddressPools.contains { $0.parent == id }
      }
    }
    facts.add("backends", members.map(\.id))
  }

  func firewall(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let firewall = estate.azureFirewalls.first(where: { $0.id == id }) else { return }
    facts.add("privateIPAddress", firewall.privateIPAddress?.description)
    facts.add("publicIPAddresses", texts: firewall.ipConfigurations.compactMap { publicAddress($0) })
    facts.add("subnet", firewall.ipConfigurations.lazy.compactMap(\.subnet).first)
    if let hub = firewall.virtualHub { facts.add("virtualHub", hub) }
    facts.add("firewallPolicy", firewall.firewallPolicy)
  }

  func privateEndpoint(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let endpoint = estate.privateEndpoints.first(where: { $0.id == id }) else { return }
    facts.add("subnet", endpoint.subnet)
    let interfaces = endpoint.networkInterfaces.compactMap { estate.networkInterfaceIndex($0) }
    let addresses = interfaces.flatMap { estate.networkInterfaces[$0].ipConfigurations.compactMap(\.privateIPAddress) }
    facts.add("privateIPAddresses", addresses.isEmpty ? endpoint.addresses : addresses)
    facts.add("networkInterfaces", endpoint.networkInterfaces)
    facts.add("connections", list: endpoint.connections) { connection, facts in
      facts.add("privateLinkServiceId", connection.target)
      facts.add("groupIds", texts: connection.groupIDs)
      facts.add("status", connection.status)
    }
  }
}
