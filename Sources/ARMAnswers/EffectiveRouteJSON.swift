internal import IPAddressing
public import JSONDocument
public import Routing

/// Effective routes in the shape of ARM's `effectiveRouteTable`.
public enum EffectiveRouteJSON {
  /// `{"value": [row...]}`, all rows that Azure prints, in its order.
  ///
  /// What the table misses has no place in this shape: see `EffectiveRouteTable.missing`.
  ///
  /// - Complexity: O(rows).
  public static func answer(_ table: EffectiveRouteTable) -> JSONValue {
    ["value": .array(table.routes.map { row($0, disableBgpRoutePropagation: table.disableBgpRoutePropagation) })]
  }

  /// One row. Only user routes have a name; prefixes and next hop addresses are always lists.
  ///
  /// - Parameter disableBgpRoutePropagation: The table's value, which Azure repeats in every row.
  /// - Source: recorded answers of late 2017 to 2026 (keys and their order).
  public static func row(_ route: EffectiveRoute, disableBgpRoutePropagation: Bool) -> JSONValue {
    var object = JSONObject()
    if let name = route.name { object["name"] = .string(name) }
    object["disableBgpRoutePropagation"] = .bool(disableBgpRoutePropagation)
    object["source"] = .string(route.source.rawValue)
    object["state"] = .string(route.state.rawValue)
    object["addressPrefix"] = .array(route.addressPrefixes.map { .string($0.description) })
    object["nextHopType"] = .string(route.nextHopType.rawValue)
    object["nextHopIpAddress"] = .array(route.nextHopAddresses.map { .string($0.description) })
    return .object(object)
  }
}
