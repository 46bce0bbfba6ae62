internal import CustomerEdgeChecks
internal import Findings
internal import HybridConnectivity

/// Whether the routers at the customer's end are configured as the circuit is, field by field; asked only where their
/// files are given.
///
/// - Source: the guide, "Validate peering configuration"; ExpressRoute semantics A.11.
struct EdgeConfigurationCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.edge.map { subject.findings($0.configuration) } ?? []
  }
}
