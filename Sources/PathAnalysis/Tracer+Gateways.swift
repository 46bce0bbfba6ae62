internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Next hops that are gateways.
extension Tracer {
  /// Leaves a network by a gateway, a Route Server's appliance or a virtual hub.
  mutating func leaveByGateway(_ route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> Bool {
    switch route.origin {
    case .routeServer: return hand(to: route, from: network, &walk)
    case .gateway(let id):
      guard let gateway = estate.virtualNetworkGatewayIndex(id) else {
        walk.lose(unexplained(route))
        return false
      }
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

  private mutating func leave(by index: Int, _ walk: inout Walk) -> Bool {
    let gateway = estate.virtualNetworkGateways[index]
    let destination = walk.packet.destination
    guard walk.visited.insert(.gateway(index)).inserted else {
      walk.stop(.loop(circle(to: .gateway(index), walk)))
      return false
    }
    let subnet = gateway.ipConfigurations.lazy.compactMap(\.subnet).first
    walk.trace.hops.append(Hop(.gateway, gateway.id, address: gateway.instanceAddresses.first, subnet: subnet))
    guard let way = gatewayWays.way(through: index, to: destination) else {
      leaveUnknown(gateway, &walk)
      return false
    }
    let connection = estate.connections[way.connection]
    if !way.isUp, walk.halt(.connectionNotConnected(connection.id, status: connection.connectionStatus ?? "")) {
      return false
    }
    if let other = way.other { return enter(byGateway: other, &walk) }
    walk.trace.hops.append(Hop(.onPremises, connection.id, address: destination))
    walk.assume(
      .onPremisesRoutes, gateway.id, "routes on-premises lead to \(destination) and back to \(walk.packet.source)")
    return false
  }

  /// Comes out of the gateway at the other end of a connection; its subnet's routes decide next.
  private mutating func enter(byGateway index: Int, _ walk: inout Walk) -> Bool {
    let gateway = estate.virtualNetworkGateways[index]
    guard let subnet = gateway.ipConfigurations.compactMap({ estate.subnetIndex($0.subnet) }).first else {
      walk.lose(
        MissingInput(
          .resource, gateway.virtualNetwork ?? gateway.id,
          "the network of gateway \(gateway.id.shortName), which the path enters, is not in the snapshot",
          command: gateway.virtualNetwork.map { "az network vnet show --ids \($0)" }))
      return false
    }
    walk.visited.insert(.gateway(index))
    walk.trace.hops.append(
      Hop(.gateway, gateway.id, address: gateway.instanceAddresses.first, subnet: estate.subnet(subnet).id))
    walk.subnet = subnet
    return true
  }

  /// The gateway has no configured way; what it learned may hold one.
  private func leaveUnknown(_ gateway: VirtualNetworkGateway, _ walk: inout Walk) {
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
  }
}
