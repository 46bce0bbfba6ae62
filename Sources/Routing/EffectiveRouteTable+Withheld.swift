/// Routes that a table doesn't get.
extension EffectiveRouteTable {
  /// The routes that exist, and that the table doesn't get, each with the reason.
  ///
  /// - Complexity: O(such routes).
  public var withheldRoutes: [(route: EffectiveRoute, reason: WithholdingReason)] {
    withheld.flatMap { routes in routes.layer.rows.map { ($0, routes.reason) } }
  }
}
