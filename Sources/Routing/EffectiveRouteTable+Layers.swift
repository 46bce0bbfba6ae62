/// A table by its layers, for those who make something of its routes: what they make of a layer serves all tables that
/// share it.
extension EffectiveRouteTable {
  /// The routes of one owner, as one or several tables take them. Two are equal where one can stand for the other.
  public struct SharedRoutes: Sendable, Hashable {
    private let layer: RouteLayer
    /// Whether rows of IPv6 prefixes alone count.
    private let hasIPv6: Bool

    init(_ layer: RouteLayer, hasIPv6: Bool) {
      self.layer = layer
      // A layer without such rows is the same for both.
      self.hasIPv6 = hasIPv6 || layer.countOfIPv6Rows == 0
    }

    /// How many rows there are, those left out among them.
    public var count: Int { layer.rows.count }

    /// The row at a place; nil for one that isn't given to these tables.
    public subscript(row: Int) -> EffectiveRoute? {
      hasIPv6 || !layer.rows[row].isIPv6Only ? layer.rows[row] : nil
    }

    public static func == (left: SharedRoutes, right: SharedRoutes) -> Bool {
      left.layer === right.layer && left.hasIPv6 == right.hasIPv6
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(layer)) }
  }

  /// The layers that the table's rows come from, each with the places of the rows that this table doesn't print. All
  /// rows but those are `routes`.
  ///
  /// - Complexity: O(displaced rows).
  public var sharedRoutes: [(routes: SharedRoutes, unprinted: [Int])] {
    var unprinted = [[Int]](repeating: [], count: layers.count)
    for (key, displacement) in displaced where !displacement.isPrinted {
      unprinted[key.layer.rawValue].append(key.row)
    }
    return layers.indices.map { (SharedRoutes(layers[$0], hasIPv6: hasIPv6), unprinted[$0]) }
  }
}
