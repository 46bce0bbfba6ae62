internal import Findings
internal import HybridConnectivity

/// Whether what was observed is of one moment. Answers that are a day apart are not held against each other; what is
/// less far apart is used, and the distance said.
struct ObservationTimeCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let newest = subject.newest, let oldest = subject.observations.times.first else { return [] }
    let span = newest.interval(since: oldest)
    let used = subject.observations.times.filter { newest.interval(since: $0) <= ObservationAge.limit }
    guard let first = used.first else { return [] }
    let distance = newest.interval(since: first)
    if span > ObservationAge.limit {
      return [
        subject.finding(
          .circuitObservationsApart, .warning,
          "what was observed of the circuit is \(ObservationAge.text(span)) apart: from \(oldest) to \(newest). Of each table"
            + " the latest counts, and none that is more than a day older than the newest", at: [],
          remedy: Remedy("collect all tables at one time", [CircuitCommand.show(subject.circuit.id)]))
      ]
    }
    let words = distance >= ObservationAge.remarkable ? "within \(ObservationAge.text(distance))" : "together"
    return [
      subject.finding(
        .circuitObservationsApart, .pass, "what was observed was observed \(words), until \(newest)", at: [])
    ]
  }
}
