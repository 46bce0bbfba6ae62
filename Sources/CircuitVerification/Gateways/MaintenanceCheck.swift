internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether gateways or the circuit were under maintenance.
///
/// - Source: the guide, "Verify availability of the virtual network gateway". The portal's page has no public call; the
///   activity log is the nearest (inference).
struct MaintenanceCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let resources = [subject.circuit.id] + subject.gateways.map(\.id)
    let events = resources.flatMap { id in subject.catalog.events(of: id).map { (id, $0) } }
    let maintenance = events.filter { $0.1.isMaintenance }
    guard !maintenance.isEmpty else {
      guard events.isEmpty, let gateway = subject.gateways.first(where: \.isKnown) else {
        return events.isEmpty
          ? []
          : [
            subject.finding(
              .gatewayMaintenance, .pass, "the activity log has no maintenance of the circuit and its gateways", at: [])
          ]
      }
      return [
        subject.finding(
          .gatewayMaintenance, .skipped, "nobody asked for the activity log of gateway \(gateway.id.name)", at: [],
          resource: gateway.id,
          remedy: Remedy("collect the activity log of the time of the fault", [CircuitCommand.events(gateway.id)]))
      ]
    }
    return maintenance.map { id, event in
      let start = event.impactStart ?? event.time
      let window =
        "\(start.map { "from \($0)" } ?? "at an unknown time")\(event.impactEnd.map { " to \($0)" } ?? "")"
      return subject.finding(
        .gatewayMaintenance, .warning,
        "\(id.name) was under maintenance \(window): loss and delay in that time come from it",
        at: [id.kind == .virtualNetworkGateway ? .gateway : .microsoftEdge], resource: id,
        evidence: [
          .observation(
            id, call: "activityLog", value: event.title ?? event.operationName ?? "maintenance",
            at: event.time?.description, source: nil)
        ], party: .microsoft,
        remedy: Remedy(
          "compare the time with that of the fault; a larger SKU of the gateway bears maintenance better",
          [CircuitCommand.events(id)]))
    }
  }
}
