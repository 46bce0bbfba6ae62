import AzureResources
import IPAddressing
import JSONDocument
import Testing

@testable import Routing

/// A table made of rows as an example gives them, whatever configuration they come from.
struct GivenRows {
  let table: EffectiveRouteTable

  init(_ rows: [JSONValue]) throws {
    var layers = [[EffectiveRoute]](repeating: [], count: EffectiveRouteTable.LayerKind.allCases.count)
    var displaced: [EffectiveRouteTable.RowKey: Displacement] = [:]
    let overriding = try #require(
      ResourceID("/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/routeTables/t"))
    for json in rows {
      let row = ExampleRow(json)
      let source = try #require(EffectiveRouteSource(rawValue: row.source))
      let type = try #require(EffectiveNextHopType(rawValue: row.nextHopType))
      let layer = Self.layer(source, type)
      if row.state == "Invalid" {
        displaced[.init(layer: layer, row: layers[layer.rawValue].count)] = .overriddenByUserRoute(overriding)
      }
      layers[layer.rawValue].append(
        EffectiveRoute(
          source, type, try row.prefixes.map { try IPPrefix($0) }, via: try row.hops.map { try IPAddress($0) },
          name: row.name.isEmpty ? nil : row.name, origin: .platform))
    }
    var table = EffectiveRouteTable(
      layers: layers.map { RouteLayer($0) }, routeTable: nil, disableBgpRoutePropagation: false, hasIPv6: true)
    table.displaced = displaced
    self.table = table
  }

  private static func layer(
    _ source: EffectiveRouteSource, _ type: EffectiveNextHopType
  ) -> EffectiveRouteTable.LayerKind {
    switch (source, type) {
    case (.user, _): .user
    case (.virtualNetworkGateway, _): .gateway
    case (_, .internet), (_, EffectiveNextHopType.none): .platform
    case (_, .serviceEndpoint): .serviceEndpoint
    default: .network
    }
  }
}
