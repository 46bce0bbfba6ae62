internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether on-premises announces a default route: Azure's internet traffic then goes there.
///
/// - Source: ExpressRoute semantics A.5, A.7.
struct DefaultRouteCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.privatePeering else { return [] }
    return peering.paths.compactMap { path in
      guard let observed = path.routes.observed,
        let route = path.onPremises?.first(where: { $0.network?.length == 0 })
      else { return nil }
      return subject.finding(
        .announcedDefaultRoute, .warning,
        "on-premises announces \(route.networkText) on the \(path.path.rawValue) path: the internet traffic of the connected"
          + " networks goes there (forced tunnelling), and what came in from the internet isn't answered directly",
        at: [.customerEdge, .azureCompute], path: path.path, peering: peering,
        evidence: [
          subject.evidence(
            observed, "routeTables/\(path.path.rawValue)",
            "\(route.networkText) \(route.nextHopText) \(route.path.text)")
        ], party: .customer,
        remedy: Remedy(
          "withdraw the default route at the edge where that isn't wanted; else add user routes for what must not go there"
        ))
    }
  }
}
