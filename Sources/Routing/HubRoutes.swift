public import AzureResources
public import Estate
internal import IPAddressing

/// The routes of virtual hubs.
public struct HubRoutes: Sendable {
  private let estate: Estate

  public init(_ estate: Estate) { self.estate = estate }

  private static let privateAggregates = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].compactMap {
    try? IPPrefix($0)
  }

  /// The effective routes of a hub's route table, in order of where they come from: routing intent, static routes,
  /// the hub's connections, its sites, other hubs of the WAN.
  ///
  /// - Parameters:
  ///   - hub: An index of `Estate.virtualHubs`.
  ///   - table: The table; nil for the default one.
  /// - Source: routing semantics F-001 to F-007, F-031 to F-036.
  public func routes(ofHub hub: Int, table: ResourceID? = nil) -> [HubRoute] {
    let resource = estate.virtualHubs[hub]
    guard let table = table ?? defaultTable(resource) else { return [] }
    let intent = intentRoutes(resource, table)
    let statics = staticRoutes(resource, table)
    // A private routing policy lets no connection propagate: everything goes to the policy's next hop.
    guard resource.routingIntent?.privateTraffic == nil else { return intent + statics }
    let own = connectionRoutes(resource, table) + siteRoutes(resource)
    return intent + statics + own + remoteRoutes(hub, known: Set(own.flatMap(\.addressPrefixes)))
  }

  /// What the hub gives to a connected network's subnets.
  func layer(forNetwork network: Int, _ link: HubLink) -> GatewayLayer {
    let hub = estate.virtualHubs[link.hub]
    let connection = hub.virtualNetworkConnections[link.connection]
    let table = routes(ofHub: link.hub, table: connection.associatedRouteTable)
    var rows: [EffectiveRoute] = []
    // A network has one route a prefix; the table's order is one of precedence.
    var known: Set<IPPrefix> = []
    for route in table where !route.nextHops.contains(connection.id) {
      for prefix in route.addressPrefixes
      where (!prefix.isDefault || connection.enableInternetSecurity) && known.insert(prefix).inserted {
        rows.append(
          EffectiveRoute(
            .virtualNetworkGateway, .virtualNetworkGateway, [prefix], via: firewallAddresses(route),
            origin: .virtualHub(hub.id)))
      }
    }
    return GatewayLayer(layer: RouteLayer(rows), missing: missing(hub))
  }

  /// The hub's default table, which exists whether or not the snapshot holds it.
  private func defaultTable(_ hub: VirtualHub) -> ResourceID? { hub.id.child("hubRouteTables", "defaultRouteTable") }

  private func intentRoutes(_ hub: VirtualHub, _ table: ResourceID) -> [HubRoute] {
    var routes: [HubRoute] = []
    if let hop = hub.routingIntent?.privateTraffic {
      routes += Self.privateAggregates.map { route([$0], hop, table) }
    }
    if let hop = hub.routingIntent?.internet { routes.append(route([.defaultIPv4], hop, table)) }
    return routes
  }

  private func staticRoutes(_ hub: VirtualHub, _ table: ResourceID) -> [HubRoute] {
    let routes = hub.routeTables.first { $0.id == table }?.routes ?? []
    return routes.compactMap { entry in entry.nextHop.map { route(entry.destinations, $0, table) } }
  }

  private func route(_ prefixes: [IPPrefix], _ hop: ResourceID, _ origin: ResourceID) -> HubRoute {
    let type: HubRoute.NextHopType =
      hop.kind == .hubVirtualNetworkConnection ? .virtualNetworkConnection : .azureFirewall
    return HubRoute(addressPrefixes: prefixes, nextHopType: type, nextHops: [hop], routeOrigin: origin)
  }

  /// Networks whose connections propagate to the table. A connection that says nothing propagates to the default one.
  private func connectionRoutes(_ hub: VirtualHub, _ table: ResourceID) -> [HubRoute] {
    let labels = Set(hub.routeTables.first { $0.id == table }?.labels.map { $0.lowercased() } ?? [])
    let isDefault = table == defaultTable(hub)
    return hub.virtualNetworkConnections.compactMap { connection in
      let saysNothing = connection.propagatedRouteTables.isEmpty && connection.propagatedLabels.isEmpty
      let named = connection.propagatedLabels.map { $0.lowercased() }
      let reaches =
        connection.propagatedRouteTables.contains(table) || named.contains(where: labels.contains)
        || (isDefault && (saysNothing || named.contains("default")))
      guard reaches, let network = estate.virtualNetworkIndex(connection.remoteVirtualNetwork) else { return nil }
      let statics = connection.staticRoutes.flatMap(\.addressPrefixes)
      return HubRoute(
        addressPrefixes: estate.virtualNetworks[network].addressPrefixes + statics,
        nextHopType: .virtualNetworkConnection, nextHops: [connection.id], routeOrigin: connection.id)
    }
  }

  private func siteRoutes(_ hub: VirtualHub) -> [HubRoute] {
    estate.vpnGateways.filter { $0.virtualHub == hub.id }.flatMap { gateway in
      gateway.remoteVPNSites.compactMap { reference -> HubRoute? in
        guard let site = estate.vpnSites.first(where: { $0.id == reference }), !site.addressPrefixes.isEmpty else {
          return nil
        }
        return HubRoute(
          addressPrefixes: site.addressPrefixes, nextHopType: .vpnGateway, nextHops: [gateway.id],
          routeOrigin: gateway.id)
      }
    }
  }

  /// What other hubs of the same WAN have in their default tables; a default route is never passed on (F-006).
  private func remoteRoutes(_ hub: Int, known: Set<IPPrefix>) -> [HubRoute] {
    let own = estate.virtualHubs[hub]
    return estate.virtualHubs.indices.filter { $0 != hub && estate.virtualHubs[$0].virtualWAN == own.virtualWAN }
      .flatMap { other -> [HubRoute] in
        let remote = estate.virtualHubs[other]
        guard let table = defaultTable(remote), !remote.isRouteServer else { return [] }
        return (connectionRoutes(remote, table) + siteRoutes(remote)).compactMap { route in
          let prefixes = route.addressPrefixes.filter { !$0.isDefault && !known.contains($0) }
          return prefixes.isEmpty
            ? nil
            : HubRoute(
              addressPrefixes: prefixes, nextHopType: .remoteHub, nextHops: [remote.id], routeOrigin: remote.id)
        }
      }
  }

  /// The firewall's address is what spokes see as next hop; a hub router's own address is in no resource.
  private func firewallAddresses(_ route: HubRoute) -> [IPAddress] {
    guard route.nextHopType == .azureFirewall else { return [] }
    return estate.azureFirewalls.filter { route.nextHops.contains($0.id) }.compactMap(\.privateIPAddress)
  }

  /// An ExpressRoute gateway's routes come from outside: the snapshot has them only as an observation.
  private func missing(_ hub: VirtualHub) -> [MissingInput] {
    estate.expressRouteGateways.filter { $0.virtualHub == hub.id && !$0.circuitPeerings.isEmpty }.map { gateway in
      MissingInput(
        .learnedRoutes, gateway.id,
        "the routes that ExpressRoute gateway \(gateway.id.shortName) of hub \(hub.id.name) learned",
        command: "az network vhub get-effective-routes --ids \(hub.id) --resource-type RouteTable")
    }
  }
}
