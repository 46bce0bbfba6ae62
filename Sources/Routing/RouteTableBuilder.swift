public import AzureFacts
internal import AzureResources
public import Estate
internal import IPAddressing

/// Computes the effective routes of subnets.
///
/// What subnets have in common is computed once and shared: the routes of their network, of the gateway they use, of
/// their route table and of the platform. A builder keeps these between calls; it is a value, and two builders over
/// one estate give the same routes.
public struct RouteTableBuilder {
  let estate: Estate
  let day: Day

  private var networkLayers: [NetworkLayerKey: RouteLayer] = [:]
  private var withheldPeerings: [Int: [WithheldRoutes]] = [:]
  private var gatewayLayers: [Int: GatewayLayer] = [:]
  private var hubLayers: [Int: GatewayLayer] = [:]
  private var userLayers: [Int: (layer: RouteLayer, missing: [MissingInput])] = [:]
  private var platformLayers: [String: RouteLayer] = [:]
  private var endpointLayers: [[ServiceEndpoint]: (layer: RouteLayer, missing: [MissingInput])] = [:]
  /// The tables computed so far: no two of one environment.
  public private(set) var tables: [EffectiveRouteTable] = []
  private var numbers: [EnvironmentKey: Int] = [:]
  /// The number of each subnet's table; -1 for one that nobody asked for.
  private var numberOfSubnet: [Int32]
  let endpointPolicies: EndpointPolicies
  /// Private endpoints by network whose address nothing in the snapshot tells.
  let endpointsWithoutAddress: [Int: [ResourceID]]
  let issues: [ResourceID: [ResourceIssue]]
  let tags: ServiceTagIndex

  private struct NetworkLayerKey: Hashable {
    let network: Int
    let withPeerings: Bool
  }

  /// All that decides a subnet's routes: subnets with one key share one table.
  struct EnvironmentKey: Hashable {
    let network: Int
    let routeTable: Int?
    /// The route table that the subnet names, though the snapshot lacks it.
    let absentRouteTable: ResourceID?
    /// The subnet, where a part of it could not be read.
    let unreadable: ResourceID?
    let serviceEndpoints: [ServiceEndpoint]
    let hasIPv6: Bool
  }

  /// - Parameter day: The day whose tables of Azure's own routes count.
  public init(_ estate: Estate, asOf day: Day = .newest) {
    self.estate = estate
    self.day = day
    tags = ServiceTagIndex(estate.serviceTags)
    var issues: [ResourceID: [ResourceIssue]] = [:]
    for case .unreadable(let issue) in estate.findings { issues[issue.resource, default: []].append(issue) }
    self.issues = issues
    endpointsWithoutAddress = Self.endpointsWithoutAddress(estate)
    endpointPolicies = EndpointPolicies(estate)
    numberOfSubnet = [Int32](repeating: -1, count: estate.subnets.count)
  }

  /// The effective routes of a subnet.
  ///
  /// - Parameter subnet: An index of `Estate.subnets`.
  /// - Complexity: O(1) for an environment that was asked for before; else O(its own routes), plus the layers that no
  ///   earlier table had.
  public mutating func table(ofSubnet subnet: Int) -> EffectiveRouteTable { tables[tableNumber(ofSubnet: subnet)] }

  /// The place of a subnet's table in `tables`: subnets with one number have one table.
  ///
  /// - Parameter subnet: An index of `Estate.subnets`.
  /// - Complexity: As `table(ofSubnet:)`.
  public mutating func tableNumber(ofSubnet subnet: Int) -> Int {
    guard numberOfSubnet[subnet] < 0 else { return Int(numberOfSubnet[subnet]) }
    let key = environment(ofSubnet: subnet)
    let number = numbers[key] ?? tables.count
    if number == tables.count {
      numbers[key] = number
      tables.append(build(key, subnet))
    }
    numberOfSubnet[subnet] = Int32(truncatingIfNeeded: number)
    return number
  }

  /// What decides a subnet's routes.
  func environment(ofSubnet subnet: Int) -> EnvironmentKey {
    let resource = estate.subnet(subnet)
    let routeTable = estate.routeTable(ofSubnet: subnet)
    return EnvironmentKey(
      network: estate.subnets[subnet].network, routeTable: routeTable,
      absentRouteTable: routeTable == nil ? resource.routeTable : nil,
      unreadable: issues[resource.id] == nil ? nil : resource.id,
      serviceEndpoints: resource.serviceEndpoints,
      hasIPv6: resource.addressPrefixes.contains { $0.family == .ipv6 })
  }

  private mutating func build(_ key: EnvironmentKey, _ subnet: Int) -> EffectiveRouteTable {
    let named = estate.subnet(subnet).routeTable
    let routeTable = key.routeTable.map { estate.routeTables[$0] }
    let gateway = gatewayLayer(ofNetwork: key.network)
    let takesLearned = routeTable?.disableBgpRoutePropagation != true
    let user = key.routeTable.map { userLayer($0) }
    let endpoints = endpointLayer(key.serviceEndpoints)
    let withPeerings = routeTable?.disablesPeeringRoutes != true
    let network = networkLayer(key.network, withPeerings: withPeerings)
    var table = EffectiveRouteTable(
      layers: [
        network, takesLearned ? gateway.layer : .empty, platformLayer(key.network), user?.layer ?? .empty,
        endpoints.layer,
      ],
      routeTable: named, disableBgpRoutePropagation: routeTable?.disableBgpRoutePropagation ?? false,
      hasIPv6: key.hasIPv6)
    displace(in: &table, key.network)
    table.withheld = withheldPeeringRoutes(key.network)
    table.withheld += gateway.withheld
    if !takesLearned, let routeTable {
      table.withheld.append(
        WithheldRoutes(layer: gateway.layer, reason: .propagationDisabled(routeTable: routeTable.id)))
    }
    if !withPeerings, let routeTable {
      let all = networkLayer(key.network, withPeerings: true)
      let peerings = all.rows.filter { $0.nextHopType == .vnetPeering || $0.nextHopType == .vnetGlobalPeering }
      table.withheld.append(
        WithheldRoutes(layer: RouteLayer(peerings), reason: .peeringRoutesDisabled(routeTable: routeTable.id)))
    }
    table.missing = (takesLearned ? gateway.missing : []) + (user?.missing ?? []) + endpoints.missing
    table.missing += missingParts(key)
    return table
  }

  /// What the environment refers to and the snapshot lacks, and what of it could not be read.
  private func missingParts(_ key: EnvironmentKey) -> [MissingInput] {
    var missing: [MissingInput] = []
    if let named = key.absentRouteTable {
      missing.append(
        MissingInput(
          .resource, named, "route table \(named.shortName), which the subnet names, is not in the snapshot",
          command: "az network route-table show --ids \(named)"))
    }
    let network = estate.virtualNetworks[key.network]
    var owners = [network.id] + network.peerings.map(\.id) + (key.unreadable.map { [$0] } ?? [])
    if let table = key.routeTable.map({ estate.routeTables[$0] }) { owners += [table.id] + routeIDs(table) }
    missing += unreadableParts(of: owners)
    if network.addressPrefixes.isEmpty {
      missing.append(
        MissingInput(
          .property, network.id, "virtual network \(network.id.shortName) has no address space in the snapshot",
          command: "az network vnet show --ids \(network.id)"))
    }
    return missing + unknownPeers(network, key.network) + unknownEndpoints(key.network)
  }

  /// The ids of a table's routes, those that could not be read among them.
  private func routeIDs(_ table: RouteTable) -> [ResourceID] {
    issues.keys.filter { $0.parent == table.id }.sorted()
  }

  /// Connected peerings whose prefixes neither the peering nor a network in the snapshot holds.
  private func unknownPeers(_ network: VirtualNetwork, _ index: Int) -> [MissingInput] {
    estate.peers(ofNetwork: index).compactMap { link in
      let peering = network.peerings[link.peering]
      guard peering.peeringState != .disconnected, peering.peeringState != .initiated,
        NetworkRoutes.remotePrefixes(estate, index, link) == nil
      else { return nil }
      let remote = peering.remoteVirtualNetwork
      return MissingInput(
        .resource, remote ?? peering.id,
        "the address space behind peering \(peering.id.name): neither the peering nor a network in the snapshot tells",
        command: remote.map { "az network vnet show --ids \($0)" })
    }
  }
}

/// The layers, each computed when it is first asked for.
extension RouteTableBuilder {
  private mutating func networkLayer(_ network: Int, withPeerings: Bool) -> RouteLayer {
    let key = NetworkLayerKey(network: network, withPeerings: withPeerings)
    if let layer = networkLayers[key] { return layer }
    let layer = RouteLayer(NetworkRoutes(estate, network).rows(withPeerings: withPeerings))
    networkLayers[key] = layer
    return layer
  }

  private mutating func withheldPeeringRoutes(_ network: Int) -> [WithheldRoutes] {
    if let known = withheldPeerings[network] { return known }
    let withheld = NetworkRoutes(estate, network).withheld()
    withheldPeerings[network] = withheld
    return withheld
  }

  private mutating func gatewayLayer(ofNetwork network: Int) -> GatewayLayer {
    if let link = estate.hubLink(ofNetwork: network) {
      if let layer = hubLayers[network] { return layer }
      var layer = HubRoutes(estate).layer(forNetwork: network, link)
      let hub = estate.virtualHubs[link.hub]
      layer.missing += unreadableParts(
        of: [hub.id] + hub.virtualNetworkConnections.map(\.id) + hub.routeTables.map(\.id))
      hubLayers[network] = layer
      return layer
    }
    let use = GatewayUse(estate, network)
    guard let provider = use.provider else {
      return GatewayLayer(
        layer: .empty, missing: use.missing, withheld: use.withheld(providerLayer: { self.providerLayer($0).layer }))
    }
    var layer = providerLayer(provider)
    layer.missing += use.missing
    return layer
  }

  private mutating func providerLayer(_ provider: Int) -> GatewayLayer {
    if let layer = gatewayLayers[provider] { return layer }
    var layer = GatewayRoutes(estate).layer(ofNetwork: provider)
    layer.missing += unreadableParts(of: gatewayOwners(inNetwork: provider))
    gatewayLayers[provider] = layer
    return layer
  }

  private mutating func userLayer(_ routeTable: Int) -> (layer: RouteLayer, missing: [MissingInput]) {
    if let known = userLayers[routeTable] { return known }
    let made = UserRoutes(tags).layer(of: estate.routeTables[routeTable])
    userLayers[routeTable] = made
    return made
  }

  private mutating func endpointLayer(_ endpoints: [ServiceEndpoint]) -> (layer: RouteLayer, missing: [MissingInput]) {
    guard !endpoints.isEmpty else { return (.empty, []) }
    if let known = endpointLayers[endpoints] { return known }
    let made = ServiceEndpointRoutes(tags).layer(of: endpoints)
    endpointLayers[endpoints] = made
    return made
  }

  private mutating func platformLayer(_ network: Int) -> RouteLayer {
    let region = estate.virtualNetworks[network].location
    if let layer = platformLayers[region ?? ""] { return layer }
    let rows = PlatformRoute.routes(on: day, region: region).map { route in
      EffectiveRoute(
        .default, route.nextHopType == "Internet" ? .internet : .none, [route.prefix], origin: .platform)
    }
    let layer = RouteLayer(rows)
    platformLayers[region ?? ""] = layer
    return layer
  }
}
