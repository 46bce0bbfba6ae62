public import AzureResources
internal import IPAddressing

/// The effective routes of a subnet: layers of routes that it shares with others, and what displaces what among them.
public struct EffectiveRouteTable: Sendable {
  /// The layers, in the order in which Azure prints their rows.
  enum LayerKind: Int, CaseIterable {
    case network, gateway, platform, user, serviceEndpoint
  }

  /// A row of a layer.
  struct RowKey: Hashable {
    let layer: LayerKind
    let row: Int

    func hash(into hasher: inout Hasher) { hasher.combine(row << 3 | layer.rawValue) }
  }

  let layers: [RouteLayer]
  var displaced: [RowKey: Displacement] = [:]
  var withheld: [WithheldRoutes] = []
  /// The route table that the subnet names; nil where it names none.
  public let routeTable: ResourceID?
  public let disableBgpRoutePropagation: Bool
  /// Whether the subnet has IPv6 prefixes: without them Azure prints no IPv6 rows (B-008).
  let hasIPv6: Bool
  /// What the snapshot lacks for these routes to be complete.
  public internal(set) var missing: [MissingInput] = []

  subscript(kind: LayerKind) -> RouteLayer { layers[kind.rawValue] }

  /// The number of rows that Azure prints.
  ///
  /// - Complexity: O(displaced rows), beyond the layers' sizes, which are stored.
  public var count: Int {
    let rows = layers.reduce(0) { $0 + $1.rows.count - (hasIPv6 ? 0 : $1.countOfIPv6Rows) }
    return rows - displaced.lazy.filter { !$0.value.isPrinted && isGiven(self[$0.key.layer].rows[$0.key.row]) }.count
  }

  /// All rows as Azure prints them, in its order: own network, peerings, gateway, platform, user, service endpoints,
  /// private endpoints, and peerings to other regions last (recorded answers; facts §1).
  ///
  /// - Complexity: O(rows).
  public var routes: [EffectiveRoute] {
    var printed: [EffectiveRoute] = []
    var last: [EffectiveRoute] = []
    for kind in LayerKind.allCases {
      for (number, row) in self[kind].rows.enumerated() {
        guard let route = route(RowKey(layer: kind, row: number), row) else { continue }
        switch route.nextHopType {
        case .interfaceEndpoint, .vnetGlobalPeering: last.append(route)
        default: printed.append(route)
        }
      }
    }
    printed += last.filter { $0.nextHopType == .interfaceEndpoint }
    printed += last.filter { $0.nextHopType == .vnetGlobalPeering }
    return printed
  }

  private func route(_ key: RowKey, _ row: EffectiveRoute) -> EffectiveRoute? {
    guard isGiven(row) else { return nil }
    guard let displacement = displaced[key] else { return row }
    guard displacement.isPrinted else { return nil }
    var route = row
    route.state = .invalid
    return route
  }

  private func isGiven(_ row: EffectiveRoute) -> Bool { hasIPv6 || !row.isIPv6Only }
}
