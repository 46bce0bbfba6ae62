internal import AzureResources
internal import Estate
internal import IPAddressing

extension ResourceDescriber {
  func network(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.virtualNetworkIndex(id) else { return }
    let network = estate.virtualNetworks[index]
    facts.add("addressPrefixes", network.addressPrefixes)
    facts.add("dnsServers", network.dnsServers)
    facts.add("gateways", gateways(in: index))
    if let link = estate.hubLink(ofNetwork: index) { facts.add("virtualHub", estate.virtualHubs[link.hub].id) }
    facts.add("subnets", list: network.subnets) { subnet, facts in
      facts.add("name", String(subnet.id.name))
      facts.add("addressPrefixes", subnet.addressPrefixes)
      facts.add("routeTable", subnet.routeTable)
      facts.add("networkSecurityGroup", subnet.networkSecurityGroup)
      let count = estate.subnetIndex(subnet.id).map { estate.networkInterfaces(inSubnet: $0).count } ?? 0
      facts.add("networkInterfaces", Int64(count))
    }
    facts.add("peerings", list: network.peerings) { peering, facts in
      facts.add("name", String(peering.id.name))
      facts.add("remoteVirtualNetwork", peering.remoteVirtualNetwork)
      facts.add("peeringState", peering.peeringState?.rawValue)
      facts.add("peeringSyncLevel", peering.peeringSyncLevel?.rawValue)
      facts.add("options", texts: Self.options(peering))
    }
  }

  func subnet(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.subnetIndex(id) else { return }
    let subnet = estate.subnet(index)
    let network = estate.subnets[index].network
    facts.add("virtualNetwork", estate.virtualNetworks[network].id)
    facts.add("addressPrefixes", subnet.addressPrefixes)
    facts.add("routeTable", subnet.routeTable)
    facts.add("networkSecurityGroup", subnet.networkSecurityGroup)
    facts.add("natGateway", subnet.natGateway)
    facts.add("serviceEndpoints", texts: subnet.serviceEndpoints.map(\.service))
    facts.add("delegations", texts: subnet.delegations)
    facts.add("privateEndpointNetworkPolicies", subnet.privateEndpointNetworkPolicies.rawValue)
    facts.add(
      "gateways",
      gateways(in: network).filter { gateway in
        estate.virtualNetworkGatewayIndex(gateway).map { index in
          estate.virtualNetworkGateways[index].ipConfigurations.contains { $0.subnet == id }
        } ?? false
      })
    let endpoints = estate.privateEndpointAddresses(inNetwork: network).filter { $0.subnet == index }
    facts.add("privateEndpoints", list: endpoints) { endpoint, facts in
      facts.add("id", endpoint.endpoint)
      facts.add("privateIPAddress", endpoint.address.description)
    }
    facts.add("networkInterfaces", list: estate.networkInterfaces(inSubnet: index)) { interface, facts in
      let machine = estate.virtualMachine(ofInterface: interface)
      facts.add("id", estate.networkInterfaces[interface].id)
      facts.add("privateIPAddress", estate.networkInterfaces[interface].privateIPAddress?.description)
      facts.add("virtualMachine", machine.map { estate.virtualMachines[$0].id })
      facts.add("powerState", machine.flatMap { estate.virtualMachines[$0].powerState?.rawValue })
    }
  }

  func peering(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let network = estate.virtualNetworkIndex(id.parent),
      let link = estate.peers(ofNetwork: network).first(where: {
        estate.virtualNetworks[network].peerings[$0.peering].id == id
      })
    else { return }
    let peering = estate.virtualNetworks[network].peerings[link.peering]
    facts.add("virtualNetwork", estate.virtualNetworks[network].id)
    facts.add("remoteVirtualNetwork", peering.remoteVirtualNetwork)
    let reverse = link.remote.flatMap { remote in link.reverse.map { estate.virtualNetworks[remote].peerings[$0].id } }
    facts.add("peeringBack", reverse)
    facts.add("peeringState", peering.peeringState?.rawValue)
    facts.add("peeringSyncLevel", peering.peeringSyncLevel?.rawValue)
    facts.add("allowVirtualNetworkAccess", peering.allowVirtualNetworkAccess)
    facts.add("allowForwardedTraffic", peering.allowForwardedTraffic)
    facts.add("allowGatewayTransit", peering.allowGatewayTransit)
    facts.add("useRemoteGateways", peering.useRemoteGateways)
    if let prefixes = peering.remoteAddressSpace { facts.add("remoteAddressSpace", prefixes) }
    if let remote = link.remote { facts.add("remoteAddressSpaceNow", estate.virtualNetworks[remote].addressPrefixes) }
  }

  func routeTable(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.routeTableIndex(id) else { return }
    let table = estate.routeTables[index]
    facts.add("disableBgpRoutePropagation", table.disableBgpRoutePropagation)
    facts.add("subnets", subnets(of: index))
    facts.add("routes", list: table.routes) { describe($0, &$1) }
  }

  func route(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.routeTableIndex(id.parent),
      let route = estate.routeTables[index].routes.first(where: { $0.id == id })
    else { return }
    facts.add("routeTable", estate.routeTables[index].id)
    describe(route, &facts)
    facts.add("subnets", subnets(of: index))
  }

  private func describe(_ route: Route, _ facts: inout ResourceFacts) {
    facts.add("name", String(route.name))
    facts.add("addressPrefix", route.destination.description)
    facts.add("nextHopType", route.nextHopType.rawValue)
    facts.add("nextHopIpAddress", texts: route.nextHopAddresses.map(\.description))
  }

  /// The subnets whose routes a table decides, as their own word has it.
  private func subnets(of table: Int) -> [ResourceID] {
    estate.subnets.indices.filter { estate.routeTable(ofSubnet: $0) == table }.map { estate.subnet($0).id }
  }

  private func gateways(in network: Int) -> [ResourceID] {
    estate.gateways(inNetwork: network).map { estate.virtualNetworkGateways[$0].id }
      + estate.routeServers(inNetwork: network).map { estate.virtualHubs[$0].id }
  }

  /// The options of a peering that are on, and access where it is off.
  private static func options(_ peering: VirtualNetworkPeering) -> [String] {
    let named = [
      ("allowForwardedTraffic", peering.allowForwardedTraffic), ("allowGatewayTransit", peering.allowGatewayTransit),
      ("useRemoteGateways", peering.useRemoteGateways),
      ("no virtual network access", !peering.allowVirtualNetworkAccess),
    ]
    return named.filter(\.1).map(\.0)
  }
}
