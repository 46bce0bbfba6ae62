internal import Findings
internal import HybridConnectivity

/// What Azure Monitor says of ARP, BGP and drops. A dip alone is no fault: Microsoft's own maintenance shows as one.
///
/// - Source: ExpressRoute semantics A.9.
struct AvailabilityCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let series = subject.catalog.metrics(of: subject.circuit.id)
    return series.compactMap { one in
      let name = one.metric.lowercased()
      guard let latest = one.latest, let value = latest.value else { return nil }
      let place = one.path.map { " of the \($0.rawValue) path" } ?? ""
      let evidence = [
        Evidence.observation(
          subject.circuit.id, call: "metrics", value: "\(one.metric)\(place) \(value)", at: latest.time?.description,
          source: nil)
      ]
      func finding(_ status: Check.Status, _ summary: String) -> CircuitFinding {
        subject.finding(
          .circuitMetrics, status, summary, at: status == .pass ? [] : subject.linkPoints, path: one.path,
          evidence: evidence,
          remedy: status == .pass
            ? nil
            : Remedy(
              "look at the metric over the hours around the fault",
              [
                CircuitCommand.metrics(subject.circuit.id, [one.metric])
              ]))
      }
      switch name {
      case "arpavailability", "bgpavailability":
        guard value < 100 else { return finding(.pass, "\(one.metric)\(place) is 100 percent") }
        return finding(.warning, "\(one.metric)\(place) is \(value) percent")
      case "qosdropbitsinpersecond", "qosdropbitsoutpersecond":
        return value > 0
          ? finding(.warning, "packets are dropped at the circuit's bandwidth: \(one.metric)\(place) \(value)") : nil
      default: return nil
      }
    }
  }
}
