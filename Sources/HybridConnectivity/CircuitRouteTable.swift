public import IPAddressing
package import JSONDocument

/// The route table of one path of a peering: what Microsoft's edge router knows.
public struct CircuitRouteTable: TableContent, Hashable {
  public let routes: [CircuitRoute]

  package init?(_ answer: JSONValue) {
    guard let rows = answer.rows else { return nil }
    routes = rows.compactMap { CircuitRoute($0) }
    guard routes.count == rows.count else { return nil }
  }

  /// The routes by network, each list in the table's order.
  ///
  /// - Complexity: O(routes).
  public var byNetwork: [String: [CircuitRoute]] { Dictionary(grouping: routes, by: \.networkText) }

  /// The routes that the router uses: of several for one network the one with a star, of one that one, star or not.
  ///
  /// - Source: ExpressRoute semantics A.4.2.
  /// - Complexity: O(routes).
  public var selected: [CircuitRoute] {
    let counts = routes.reduce(into: [:]) { $0[$1.networkText, default: 0] += 1 }
    return routes.filter { $0.isMarkedBest || counts[$0.networkText] == 1 }
  }

  /// The routes by a next hop.
  public func routes(via address: IPAddress) -> [CircuitRoute] { routes.filter { $0.nextHop == address } }
}

extension CircuitRouteTable {
  /// A table without a route.
  public static let empty = CircuitRouteTable()

  private init() { routes = [] }
}
