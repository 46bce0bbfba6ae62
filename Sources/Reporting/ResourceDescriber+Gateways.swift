internal import AzureResources
internal import Estate
internal import IPAddressing

extension ResourceDescriber {
  func gateway(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.virtualNetworkGatewayIndex(id) else { return }
    let gateway = estate.virtualNetworkGateways[index]
    facts.add("gatewayType", gateway.gatewayType.rawValue)
    facts.add("virtualNetwork", gateway.virtualNetwork)
    facts.add("subnet", gateway.ipConfigurations.lazy.compactMap(\.subnet).first)
    facts.add("activeActive", gateway.activeActive)
    facts.add("enableBgp", gateway.enableBgp)
    facts.add("asn", gateway.asn)
    facts.add("privateIPAddresses", gateway.instanceAddresses)
    facts.add("publicIPAddresses", texts: gateway.ipConfigurations.compactMap { publicAddress($0) })
    if let site = gateway.gatewayDefaultSite { facts.add("gatewayDefaultSite", site) }
    if !gateway.clientAddressPools.isEmpty { facts.add("clientAddressPools", gateway.clientAddressPools) }
    facts.add("usedBy", networks(using: gateway.virtualNetwork))
    let learned = estate.learnedRoutes(of: id)
    facts.add("learnedRoutes", learned.map { Int64($0.routes.filter(\.isLearned).count) })
    if let learned { facts.add("learnedRoutesObservedAt", learned.observedAt) }
    facts.add("connections", list: estate.connections(ofGateway: index)) { position, facts in
      let connection = estate.connections[position]
      facts.add("id", connection.id)
      facts.add("connectionType", connection.connectionType?.rawValue)
      facts.add("connectionStatus", connection.connectionStatus)
      facts.add("enableBgp", connection.enableBgp)
      facts.add("to", otherEnd(of: connection, from: id))
    }
  }

  func localGateway(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.localNetworkGatewayIndex(id) else { return }
    let site = estate.localNetworkGateways[index]
    facts.add("gatewayIpAddress", site.gatewayIPAddress?.description)
    facts.add("addressPrefixes", site.addressPrefixes)
    facts.add("bgpPeeringAddress", site.bgpPeeringAddress?.description)
    facts.add("asn", site.asn)
    facts.add("connections", estate.connections.filter { $0.localNetworkGateway2 == id }.map(\.id))
  }

  func connection(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let connection = estate.connections.first(where: { $0.id == id }) else { return }
    facts.add("connectionType", connection.connectionType?.rawValue)
    facts.add("connectionStatus", connection.connectionStatus)
    facts.add("enableBgp", connection.enableBgp)
    facts.add("virtualNetworkGateway1", connection.virtualNetworkGateway1)
    facts.add("to", otherEnd(of: connection, from: connection.virtualNetworkGateway1))
  }

  func hub(_ id: ResourceID, _ facts: inout ResourceFacts) {
    guard let index = estate.virtualHubIndex(id) else { return }
    let hub = estate.virtualHubs[index]
    facts.add("isRouteServer", hub.isRouteServer)
    facts.add(hub.isRouteServer ? "virtualNetwork" : "virtualWan", hub.routeServerVirtualNetwork ?? hub.virtualWAN)
    facts.add("addressPrefix", hub.addressPrefix?.description)
    facts.add("virtualRouterIps", hub.virtualRouterAddresses)
    if let firewall = hub.azureFirewall { facts.add("azureFirewall", firewall) }
    if let hop = hub.routingIntent?.privateTraffic { facts.add("privateTrafficNextHop", hop) }
    if let hop = hub.routingIntent?.internet { facts.add("internetNextHop", hop) }
    facts.add("bgpConnections", list: hub.bgpConnections) { peer, facts in
      facts.add("id", peer.id)
      facts.add("peerIp", peer.peerIP?.description)
      facts.add("peerAsn", peer.peerASN)
      facts.add("learnedRoutes", estate.learnedRoutes(of: peer.id).map { Int64($0.routes.count) })
    }
    facts.add("virtualNetworkConnections", list: hub.virtualNetworkConnections) { connection, facts in
      facts.add("id", connection.id)
      facts.add("remoteVirtualNetwork", connection.remoteVirtualNetwork)
      facts.add("associatedRouteTable", connection.associatedRouteTable)
    }
  }

  private func otherEnd(of connection: Connection, from gateway: ResourceID?) -> ResourceID? {
    let gateways = [connection.virtualNetworkGateway1, connection.virtualNetworkGateway2]
    return connection.localNetworkGateway2 ?? connection.peer ?? gateways.compactMap { $0 }.first { $0 != gateway }
  }

  /// The peers that use a network's gateway, this side's word and theirs.
  private func networks(using network: ResourceID?) -> [ResourceID] {
    guard let index = estate.virtualNetworkIndex(network) else { return [] }
    return estate.peers(ofNetwork: index).compactMap { link in
      guard estate.virtualNetworks[index].peerings[link.peering].allowGatewayTransit, let remote = link.remote,
        let reverse = link.reverse, estate.virtualNetworks[remote].peerings[reverse].useRemoteGateways
      else { return nil }
      return estate.virtualNetworks[remote].id
    }
  }
}
