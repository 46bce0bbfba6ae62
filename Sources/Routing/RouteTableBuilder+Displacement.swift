internal import AzureResources
internal import Estate
internal import IPAddressing

/// What displaces what among the layers of a table.
extension RouteTableBuilder {
  /// Applies the rules in Azure's order: connected networks, then learned routes, then user routes.
  func displace(in table: inout EffectiveRouteTable, _ network: Int) {
    displaceBehindNetworks(&table, network)
    displaceBehindLearnedRoutes(&table)
    displaceBehindUserRoutes(&table)
    displaceByEndpointPolicy(&table, network)
    displaceWithDefaultRoute(&table, .defaultIPv4)
    displaceWithDefaultRoute(&table, .defaultIPv6)
  }

  private func mark(
    _ table: inout EffectiveRouteTable, _ layer: EffectiveRouteTable.LayerKind, _ row: Int, _ reason: Displacement
  ) {
    let key = EffectiveRouteTable.RowKey(layer: layer, row: row)
    if table.displaced[key] == nil { table.displaced[key] = reason }
  }

  /// The network's own prefixes replace the platform's routes to nowhere that they cover (B-025 to B-027), and learned
  /// routes inside the network or a peer are not programmed (B-066, B-090).
  private func displaceBehindNetworks(_ table: inout EffectiveRouteTable, _ network: Int) {
    for prefix in estate.virtualNetworks[network].addressPrefixes {
      for row in table[.platform].rows(within: prefix) where table[.platform].rows[row].nextHopType == .none {
        mark(&table, .platform, row, .coveredByNetwork)
      }
    }
    guard !table[.gateway].rows.isEmpty else { return }
    for row in table[.network].rows {
      switch row.nextHopType {
      case .vnetLocal, .vnetPeering, .vnetGlobalPeering:
        for prefix in row.addressPrefixes {
          for learned in table[.gateway].rows(within: prefix) {
            mark(&table, .gateway, learned, .insideConnectedNetwork)
          }
        }
      default: break
      }
    }
  }

  /// A platform route with the prefix of a learned one is not printed (B-072).
  private func displaceBehindLearnedRoutes(_ table: inout EffectiveRouteTable) {
    guard !table[.gateway].rows.isEmpty else { return }
    for (number, row) in table[.platform].rows.enumerated() {
      for prefix in row.addressPrefixes where activeLearned(table, prefix) != nil {
        mark(&table, .platform, number, .replacedByLearnedRoute)
      }
    }
  }

  private func activeLearned(_ table: EffectiveRouteTable, _ prefix: IPPrefix) -> Int? {
    table[.gateway].row(exactly: prefix).flatMap { row in
      table.displaced[EffectiveRouteTable.RowKey(layer: .gateway, row: row)] == nil ? row : nil
    }
  }

  /// A user route displaces the other routes of its prefix; the platform's routes to nowhere are then left out, all
  /// others printed as `Invalid` (facts §2; B-070, B-073).
  private func displaceBehindUserRoutes(_ table: inout EffectiveRouteTable) {
    for row in table[.user].rows {
      guard let route = row.origin.resource else { continue }
      for prefix in row.addressPrefixes {
        for layer in Self.overridable {
          for same in table[layer].rows(exactly: prefix) where isOverridden(table[layer].rows[same], in: table) {
            mark(&table, layer, same, .overriddenByUserRoute(route))
          }
        }
        if let same = table[.platform].row(exactly: prefix) {
          let isNowhere = table[.platform].rows[same].nextHopType == .none
          mark(&table, .platform, same, isNowhere ? .replacedByUserRoute(route) : .overriddenByUserRoute(route))
        }
      }
    }
  }

  private static let overridable: [EffectiveRouteTable.LayerKind] = [.network, .gateway, .serviceEndpoint]

  /// A row of many prefixes gives way only when user routes have all of them; till then they take their own share.
  private func isOverridden(_ row: EffectiveRoute, in table: EffectiveRouteTable) -> Bool {
    row.addressPrefixes.count == 1 || row.addressPrefixes.allSatisfy { table[.user].row(exactly: $0) != nil }
  }

  /// In a subnet with network policies for routes, a private endpoint's own route gives way to any user route of the
  /// sender that covers it and is at least as long as the network prefix it is in (B-054).
  private func displaceByEndpointPolicy(_ table: inout EffectiveRouteTable, _ network: Int) {
    guard !table[.user].rows.isEmpty, !endpointPolicies.isEmpty else { return }
    let networks = [network] + estate.peers(ofNetwork: network).compactMap(\.remote)
    for (number, row) in table[.network].rows.enumerated() where row.nextHopType == .interfaceEndpoint {
      guard let own = row.addressPrefixes.first,
        let required = endpointPolicies.requiredLength(own.firstAddress, in: networks)
      else { continue }
      let covering = table[.user].matches(own.firstAddress).filter { $0.length >= required }
      if let row = covering.first, let route = table[.user].rows[row.row].origin.resource {
        mark(&table, .network, number, .overriddenByPolicy(route))
      }
    }
  }

  /// The platform's routes to nowhere go when the default route leads to an appliance or gateway, set by a user or
  /// learned; a user's default route to nowhere or to the internet leaves them (B-030 to B-033).
  private func displaceWithDefaultRoute(_ table: inout EffectiveRouteTable, _ prefix: IPPrefix) {
    let user = table[.user].row(exactly: prefix).map { table[.user].rows[$0].nextHopType }
    let drops: Bool
    switch user {
    case .virtualAppliance, .virtualNetworkGateway: drops = true
    case .some: drops = false
    case nil: drops = activeLearned(table, prefix) != nil
    }
    guard drops else { return }
    for (number, row) in table[.platform].rows.enumerated()
    where row.nextHopType == .none && row.addressPrefixes.first?.family == prefix.family {
      mark(&table, .platform, number, .droppedWithDefaultRoute)
    }
  }
}
