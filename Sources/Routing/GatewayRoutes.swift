internal import AzureResources
internal import Estate
internal import IPAddressing

/// The routes that the gateways and Route Servers of a network give to it and to the peers that use them.
struct GatewayRoutes {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// One prefix with where it leads; of several for one prefix the best stays.
  private struct Offer {
    let prefix: IPPrefix
    let hops: [IPAddress]
    let origin: RouteOrigin
    /// Smaller is better: ExpressRoute first (B-082); VPN gateways and Route Servers are alike (F-063).
    let preference: Int
    /// The length of the AS path; 0 for configured prefixes.
    let pathLength: Int
  }

  /// - Source: routing semantics B-055, B-059, B-063, B-081, B-082.
  func layer(ofNetwork network: Int) -> GatewayLayer {
    var offers: [Offer] = []
    var missing: [MissingInput] = []
    for gateway in estate.gateways(inNetwork: network) {
      offers += configured(gateway)
      offers += learned(gateway, network, &missing)
    }
    for server in estate.routeServers(inNetwork: network) { offers += routeServer(server, &missing) }
    return GatewayLayer(layer: RouteLayer(rows(offers)), missing: missing)
  }

  /// Merges the offers by prefix, in the order in which prefixes first appear. Equally good offers of Route Server
  /// peers are one row with several next hops.
  private func rows(_ offers: [Offer]) -> [EffectiveRoute] {
    var best: [Offer] = []
    var places: [IPPrefix: Int] = Dictionary(minimumCapacity: offers.count)
    for offer in offers {
      guard let place = places[offer.prefix] else {
        places[offer.prefix] = best.count
        best.append(offer)
        continue
      }
      let held = best[place]
      let (new, old) = ((offer.preference, offer.pathLength), (held.preference, held.pathLength))
      if new < old {
        best[place] = offer
      } else if new == old, offer.origin == held.origin {
        let merged = held.hops + offer.hops.filter { !held.hops.contains($0) }
        best[place] = Offer(
          prefix: held.prefix, hops: merged, origin: held.origin, preference: held.preference,
          pathLength: held.pathLength)
      }
    }
    return best.map {
      EffectiveRoute(.virtualNetworkGateway, .virtualNetworkGateway, [$0.prefix], via: $0.hops, origin: $0.origin)
    }
  }

  private func preference(_ gateway: VirtualNetworkGateway) -> Int { gateway.gatewayType == .expressRoute ? 0 : 1 }

  /// The instances' private addresses where the gateway shows them, else its public ones.
  private func hops(_ gateway: VirtualNetworkGateway) -> [IPAddress] {
    guard gateway.instanceAddresses.isEmpty else { return gateway.instanceAddresses }
    return gateway.ipConfigurations.compactMap { configuration in
      estate.publicIPAddressIndex(configuration.publicIPAddress).flatMap { estate.publicIPAddresses[$0].ipAddress }
    }
  }

  /// What the configuration alone says: sites' prefixes, other networks behind VPN connections, client pools.
  private func configured(_ index: Int) -> [Offer] {
    let gateway = estate.virtualNetworkGateways[index]
    guard gateway.gatewayType != .expressRoute else { return [] }
    var prefixes = gateway.clientAddressPools
    for position in estate.connections(ofGateway: index) {
      let connection = estate.connections[position]
      if let site = estate.localNetworkGatewayIndex(connection.localNetworkGateway2).map({
        estate.localNetworkGateways[$0]
      }) {
        prefixes += site.addressPrefixes
        if connection.enableBgp, let peer = site.bgpPeeringAddress { prefixes.append(IPPrefix(host: peer)) }
      }
      prefixes += otherNetwork(connection, index)
    }
    let hops = hops(gateway)
    return prefixes.map {
      Offer(
        prefix: $0, hops: hops, origin: .gateway(gateway.id), preference: preference(gateway), pathLength: 0)
    }
  }

  /// The prefixes of the network behind the other end of a connection between two gateways.
  private func otherNetwork(_ connection: Connection, _ index: Int) -> [IPPrefix] {
    let ends = [connection.virtualNetworkGateway1, connection.virtualNetworkGateway2]
    let others = ends.compactMap { estate.virtualNetworkGatewayIndex($0) }.filter { $0 != index }
    return others.flatMap { other -> [IPPrefix] in
      let gateway = estate.virtualNetworkGateways[other]
      let peers = connection.enableBgp ? gateway.instanceAddresses.map { IPPrefix(host: $0) } : []
      // Over BGP the other side announces what it likes; what was learned then says it.
      if connection.enableBgp, estate.learnedRoutes(of: estate.virtualNetworkGateways[index].id) != nil { return peers }
      return peers
        + (estate.virtualNetworkIndex(gateway.virtualNetwork).map { estate.virtualNetworks[$0].addressPrefixes } ?? [])
    }
  }

  /// What the gateway learned from BGP peers outside, and the host routes to these peers, which it lists as its own
  /// (`Network`); routes of its other instance and of a Route Server beside it (`IBgp`) are theirs.
  private func learned(_ index: Int, _ network: Int, _ missing: inout [MissingInput]) -> [Offer] {
    let gateway = estate.virtualNetworkGateways[index]
    guard let observed = estate.learnedRoutes(of: gateway.id) else {
      let connections = estate.connections(ofGateway: index).map { estate.connections[$0] }
      if connections.contains(where: { $0.enableBgp || $0.connectionType == .expressRoute }) {
        missing.append(
          MissingInput(
            .learnedRoutes, gateway.id, "the routes that gateway \(gateway.id.shortName) learned over BGP",
            command: "az network vnet-gateway list-learned-routes --ids \(gateway.id)"))
      }
      return []
    }
    let near = nearPrefixes(network)
    let routes = observed.routes.filter { route in
      switch route.origin.lowercased() {
      case "ibgp": false
      case "network": !near.contains { $0.contains(route.network) }
      default: route.isLearned
      }
    }
    let (hops, origin, preference) = (hops(gateway), RouteOrigin.gateway(gateway.id), preference(gateway))
    return routes.map {
      Offer(
        prefix: $0.network, hops: hops, origin: origin, preference: preference,
        pathLength: $0.asPath.count)
    }
  }

  /// The address space of a network and its peers: what a gateway there announces, and never learns.
  private func nearPrefixes(_ network: Int) -> [IPPrefix] {
    let resource = estate.virtualNetworks[network]
    return resource.addressPrefixes + resource.peerings.flatMap { $0.remoteAddressSpace ?? [] }
  }

  /// What a Route Server learned from its peers: packets go straight to the appliance that announced the route.
  private func routeServer(_ index: Int, _ missing: inout [MissingInput]) -> [Offer] {
    let server = estate.virtualHubs[index]
    var offers: [Offer] = []
    for peer in server.bgpConnections {
      guard let observed = estate.learnedRoutes(of: peer.id) else {
        missing.append(
          MissingInput(
            .learnedRoutes, peer.id, "the routes that Route Server \(server.id.shortName) learned from \(peer.id.name)",
            command: "az network routeserver peering list-learned-routes -g \(server.id.resourceGroup ?? "")"
              + " --routeserver \(server.id.name) -n \(peer.id.name)"))
        continue
      }
      for route in observed.routes {
        guard let hop = route.nextHop else { continue }
        offers.append(
          Offer(
            prefix: route.network, hops: [hop], origin: .routeServer(server.id), preference: 1,
            pathLength: route.asPath.count))
      }
    }
    return offers
  }
}
