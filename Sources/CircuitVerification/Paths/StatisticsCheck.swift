internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether traffic flows: what the counters grew by between two observations. Which direction "in" is isn't certain, so
/// nothing fails on it.
///
/// - Source: the guide, "Confirm the traffic flow"; table `stats` (inference).
struct StatisticsCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter { $0.absence == nil }.map { peering in
      guard let latest = peering.statistics.latest, !ObservationAge.isOutdated(latest.stamp, newest: subject.newest)
      else {
        return subject.finding(
          .trafficCounters, .skipped, "\(peering.type.rawValue): nobody asked for the byte counters", at: [],
          peering: peering,
          remedy: Remedy(
            "collect the counters twice, a minute apart, while traffic flows",
            [CircuitCommand.statistics(subject.circuit.id, peering.type)]))
      }
      guard let previous = peering.statistics.previous else { return single(latest, peering, subject) }
      return grown(StatisticsDelta(from: previous, to: latest), peering, subject)
    }
  }

  private static func single(
    _ latest: Observed<PeeringStatistics>, _ peering: PeeringSubject, _ subject: CircuitSubject
  ) -> CircuitFinding {
    let counters = DevicePath.allCases.flatMap { [latest.content.bytesIn($0), latest.content.bytesOut($0)] }
    let isZero = counters.allSatisfy { ($0 ?? 0) == 0 }
    let evidence = [subject.evidence(latest, "stats", text(latest.content))]
    return subject.finding(
      .trafficCounters, isZero ? .skipped : .pass,
      isZero
        ? "\(peering.type.rawValue) has never carried a byte"
        : "\(peering.type.rawValue) has carried traffic: \(text(latest.content)). Two observations would tell whether it"
          + " does now", at: [], peering: peering, evidence: evidence,
      reading: isZero ? Reading.of(.statistics, "ST-ZERO") : nil)
  }

  private static func grown(
    _ delta: StatisticsDelta, _ peering: PeeringSubject, _ subject: CircuitSubject
  ) -> CircuitFinding {
    let time = delta.seconds.map { " within \(ObservationAge.text($0))" } ?? ""
    let evidence = [
      subject.evidence(delta.earlier, "stats", text(delta.earlier.content)),
      subject.evidence(delta.later, "stats", text(delta.later.content)),
    ]
    func growth(_ path: DevicePath) -> (into: Int64, out: Int64)? {
      guard let into = delta.bytesIn(path), let out = delta.bytesOut(path) else { return nil }
      return (into, out)
    }
    guard let primary = growth(.primary), let secondary = growth(.secondary) else {
      return subject.finding(
        .trafficCounters, .skipped, "\(peering.type.rawValue): the counters went back: Microsoft's router counts anew",
        at: [], peering: peering, evidence: evidence)
    }
    let id = Self.reading(primary, secondary)
    let reading = id.flatMap { Reading.of(.statistics, $0) }
    let sums =
      "primary \(primary.into) in, \(primary.out) out; secondary \(secondary.into) in, \(secondary.out) out\(time)"
    let symptom: String? =
      switch id {
      case "ST-IDLE": "only one path's counters move"
      case "ST-NO-ANSWER": "stats: bytes in grow, bytes out flat"
      case "ST-NO-RETURN": "stats: bytes out grow, bytes in flat"
      default: nil
      }
    return subject.finding(
      .trafficCounters, symptom == nil ? .pass : .warning,
      "\(peering.type.rawValue): \(words(id)): \(sums)"
        + (symptom == nil ? "" : ". Inferred: which direction the counters mean isn't documented"),
      at: symptom.map { subject.points(of: $0) } ?? [], peering: peering, evidence: evidence, reading: reading)
  }

  /// The table's row in a sentence's words.
  private static func words(_ id: String?) -> String {
    switch id {
    case "ST-BOTH": "both links carry traffic"
    case "ST-IDLE": "one link stands idle, down or passive"
    case "ST-NO-ANSWER": "bytes come from on-premises and none go back: Azure does not answer"
    case "ST-NO-RETURN": "bytes go to on-premises and none come back: it does not answer, or by another way"
    default: "no traffic in that time"
    }
  }

  /// The table's row; nil where nothing was carried in that time.
  private static func reading(
    _ primary: (into: Int64, out: Int64), _ secondary: (into: Int64, out: Int64)
  ) -> String? {
    let into = primary.into + secondary.into
    let out = primary.out + secondary.out
    if into == 0 && out == 0 { return nil }
    if into > 0 && out == 0 { return "ST-NO-ANSWER" }
    if out > 0 && into == 0 { return "ST-NO-RETURN" }
    if primary.into + primary.out == 0 || secondary.into + secondary.out == 0 { return "ST-IDLE" }
    return "ST-BOTH"
  }

  private static func text(_ statistics: PeeringStatistics) -> String {
    DevicePath.allCases.map { path in
      "\(path.rawValue) \(statistics.bytesIn(path).map { "\($0)" } ?? "?") in,"
        + " \(statistics.bytesOut(path).map { "\($0)" } ?? "?") out"
    }.joined(separator: "; ")
  }
}
