internal import Routing

/// A table that verdicts look things up in: a class, since a table's copy isn't free.
final class VerdictTable: Sendable {
  let routes: EffectiveRouteTable
  let gap: VerdictTableGap

  init(_ routes: EffectiveRouteTable, _ gap: VerdictTableGap) {
    self.routes = routes
    self.gap = gap
  }
}
