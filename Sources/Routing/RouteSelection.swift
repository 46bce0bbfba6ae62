/// Which row of a table takes an address's traffic, as numbers.
public struct RouteSelection: Sendable, Hashable {
  let key: EffectiveRouteTable.RowKey

  /// The number of the row's layer, below 8.
  public var layer: Int { key.layer.rawValue }
  /// The row in its layer.
  public var row: Int { key.row }
}
