internal import AzureResources
internal import Findings
internal import HybridConnectivity

/// Whether the connected networks have a second circuit, at another location.
///
/// - Source: rule ER-C15.
struct ResilienceCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.gateways.filter(\.isKnown).map { gateway in
      let circuits = Set(subject.catalog.connections.filter { $0.gateway == gateway.id }.compactMap(\.circuit))
      let places = Set(
        circuits.compactMap { id in
          subject.catalog.circuit(id).flatMap { circuit in
            circuit.serviceProvider?.peeringLocation
              ?? circuit.expressRoutePort.flatMap { subject.catalog.port($0)?.peeringLocation }
          }
        })
      let words =
        circuits.count < 2
        ? "hangs on this circuit alone: a fault of its location takes it off"
        : places.count == 1
          ? "has \(circuits.count) circuits, all at \(places.first ?? "")"
          : "has \(circuits.count) circuits"
      return subject.finding(
        .circuitResilience, .pass, "gateway \(gateway.id.name) \(words)", at: [], resource: gateway.id,
        evidence: [subject.property("circuits", "\(circuits.count)", of: gateway.id)],
        detail: [.init("circuits", "\(circuits.count)")])
    }
  }
}
