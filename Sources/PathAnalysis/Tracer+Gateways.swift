internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Next hops that are gateways.
extension Tracer {
  /// Leaves a network by a gateway, a Route Server's appliance or a virtual hub.
  func leaveByGateway(_ route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> Bool {
    switch route.origin {
    case .routeServer: return hand(to: route, from: network, &walk)
    case .gateway(let id):
      guard let gateway = estate.virtualNetworkGatewayIndex(id) else { return false }
      return leave(by: gateway, &walk)
    case .virtualHub(let id): return leaveByHub(id, from: network, &walk)
    default:
      guard let gateway = tables.usableVPNGateway(fromNetwork: network) else {
        walk.stop(.noGateway(route))
        return false
      }
      return leave(by: gateway, &walk)
    }
  }

  private func leave(by index: Int, _ walk: inout Walk) -> Bool {
    let gateway = estate.virtualNetworkGateways[index]
    let destination = walk.packet.destination
    guard walk.visited.insert(.gateway(index)).inserted else {
      walk.stop(.loop(walk.trace.hops.filter { $0.kind == .gateway }.compactMap(\.resource)))
      return false
    }
    let subnet = gateway.ipConfigurations.lazy.compactMap(\.subnet).first
    walk.trace.hops.append(Hop(.gateway, gateway.id, address: gateway.instanceAddresses.first, subnet: subnet))
    let ways = ways(through: index, to: destination)
    guard let way = ways.first(where: { $0.isUp }) ?? ways.first else {
      return leaveUnknown(gateway, &walk)
    }
    if let connection = way.connection, !way.isUp {
      walk.stop(.connectionNotConnected(connection.id, status: connection.connectionStatus ?? ""))
      return false
    }
    if let other = way.other,
      let place = estate.virtualNetworkGateways[other].ipConfigurations.lazy.compactMap(\.subnet).first
    {
      let remote = estate.virtualNetworkGateways[other]
      walk.trace.hops.append(Hop(.gateway, remote.id, address: remote.instanceAddresses.first, subnet: place))
      guard let next = estate.subnetIndex(place) else { return false }
      walk.subnet = next
      return true
    }
    walk.trace.hops.append(Hop(.onPremises, way.connection?.id, address: destination))
    walk.assume(
      .onPremisesRoutes, gateway.id, "routes on-premises lead to \(destination) and back to \(walk.packet.source)")
    return false
  }

  /// A way on from a gateway: a connection, and the gateway at its other end where that is in Azure.
  private struct Way {
    let connection: Connection?
    let other: Int?

    var isUp: Bool { connection?.connectionStatus?.lowercased() != "notconnected" }
  }

  private func ways(through index: Int, to destination: IPAddress) -> [Way] {
    let gateway = estate.virtualNetworkGateways[index]
    let isLearned =
      estate.learnedRoutes(of: gateway.id)?.routes
      .contains { $0.isLearned && $0.network.contains(destination) } == true
    return estate.connections(ofGateway: index).compactMap { position -> Way? in
      let connection = estate.connections[position]
      let ends = [connection.virtualNetworkGateway1, connection.virtualNetworkGateway2]
      if let other = ends.compactMap({ estate.virtualNetworkGatewayIndex($0) }).first(where: { $0 != index }) {
        let network = estate.virtualNetworkIndex(estate.virtualNetworkGateways[other].virtualNetwork)
        let reaches = network.map { estate.virtualNetworks[$0].addressPrefixes.contains { $0.contains(destination) } }
        return reaches == true || (connection.enableBgp && isLearned) ? Way(connection: connection, other: other) : nil
      }
      if let site = estate.localNetworkGatewayIndex(connection.localNetworkGateway2) {
        let prefixes = estate.localNetworkGateways[site].addressPrefixes
        let isDefaultSite = gateway.gatewayDefaultSite == estate.localNetworkGateways[site].id
        let reaches = isDefaultSite || prefixes.contains { $0.contains(destination) }
        return reaches || (connection.enableBgp && isLearned) ? Way(connection: connection, other: nil) : nil
      }
      return isLearned ? Way(connection: connection, other: nil) : nil
    }
  }

  /// The gateway has no configured way; what it learned may hold one.
  private func leaveUnknown(_ gateway: VirtualNetworkGateway, _ walk: inout Walk) -> Bool {
    let speaksBGP = gateway.gatewayType == .expressRoute || gateway.enableBgp
    if speaksBGP, estate.learnedRoutes(of: gateway.id) == nil {
      walk.lose(
        MissingInput(
          .learnedRoutes, gateway.id, "the routes that gateway \(gateway.id.shortName) learned over BGP",
          command: "az network vnet-gateway list-learned-routes --ids \(gateway.id)"))
    } else if gateway.clientAddressPools.contains(where: { $0.contains(walk.packet.destination) }) {
      walk.trace.hops.append(Hop(.onPremises, gateway.id, address: walk.packet.destination))
    } else {
      walk.stop(.gatewayLacksPrefix(gateway.id, walk.packet.destination))
    }
    return false
  }

  /// Through a virtual hub into a network that is connected to it or to another hub of its WAN, or out to a site.
  private func leaveByHub(_ id: ResourceID, from network: Int, _ walk: inout Walk) -> Bool {
    walk.trace.hops.append(Hop(.virtualHub, id))
    let destination = walk.packet.destination
    if let firewall = estate.virtualHubIndex(id).flatMap({ estate.virtualHubs[$0].routingIntent?.privateTraffic }) {
      walk.trace.hops.append(Hop(.firewall, firewall))
      walk.assume(
        .firewallAllows, firewall, "firewall \(firewall.name) lets the packet pass; its rules are not judged yet")
    }
    let target = estate.virtualNetworks.indices.first { candidate in
      candidate != network && estate.hubLink(ofNetwork: candidate) != nil
        && estate.virtualNetworks[candidate].addressPrefixes.contains { $0.contains(destination) }
    }
    if let target { return deliver(in: target, &walk) }
    walk.trace.hops.append(Hop(destination.isPrivate ? .onPremises : .internet, address: destination))
    walk.assume(
      .onPremisesRoutes, id, "routes behind hub \(id.name) lead to \(destination) and back to \(walk.packet.source)")
    return false
  }
}
