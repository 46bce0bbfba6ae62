internal import CustomerEdgeChecks
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the routers at the customer's end see Microsoft's as these see them: neighbours, sessions, prefixes.
///
/// - Source: ExpressRoute semantics A.11.
struct EdgeStateCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.edge.map { subject.findings($0.state) } ?? []
  }
}

extension CircuitSubject {
  /// Checks of the customer's routers, with the path and network points that they are about.
  func findings(_ checks: [Check]) -> [CircuitFinding] {
    checks.map { check in
      let path = check.detail.first { $0.name == "path" }.flatMap { DevicePath(name: $0.value) }
      let peering = peerings.first { $0.peering.id == check.resource }
      return CircuitFinding(
        check: check, points: existing([.customerEdge, .microsoftEdge]), path: path, peering: peering?.type)
    }
  }
}
