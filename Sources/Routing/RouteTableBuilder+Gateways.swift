internal import AzureResources
internal import Estate

extension RouteTableBuilder {
  /// The VPN gateway that a user route with next hop type `VirtualNetworkGateway` leads to: the network's own, or a
  /// peer's by gateway transit. An ExpressRoute gateway takes no such route (routing semantics B-079).
  ///
  /// - Returns: An index of `Estate.virtualNetworkGateways`.
  public func usableVPNGateway(fromNetwork network: Int) -> Int? {
    guard let provider = GatewayUse(estate, network).provider else { return nil }
    return estate.gateways(inNetwork: provider).first {
      estate.virtualNetworkGateways[$0].gatewayType == .vpn
    }
  }

  /// The resources that decide what the gateways and Route Servers of a network give.
  func gatewayOwners(inNetwork network: Int) -> [ResourceID] {
    let gateways = estate.gateways(inNetwork: network).flatMap { gateway -> [ResourceID] in
      let connections = estate.connections(ofGateway: gateway).map { estate.connections[$0] }
      return [estate.virtualNetworkGateways[gateway].id] + connections.map(\.id)
        + connections.compactMap(\.localNetworkGateway2)
    }
    let servers = estate.routeServers(inNetwork: network).flatMap { server -> [ResourceID] in
      [estate.virtualHubs[server].id] + estate.virtualHubs[server].bgpConnections.map(\.id)
    }
    return gateways + servers
  }

  /// What of these resources could not be read.
  func unreadableParts(of owners: [ResourceID]) -> [MissingInput] {
    owners.flatMap { issues[$0] ?? [] }.map { issue in
      MissingInput(
        .property, issue.resource, "\(issue.resource.shortName): \(issue.property): \(issue.problem)", command: nil)
    }
  }
}
