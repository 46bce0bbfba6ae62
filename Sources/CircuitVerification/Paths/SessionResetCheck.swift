internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether a session was reset lately: against the other path's age, and against an earlier observation.
///
/// - Source: table `mseeBgp`, BGP-FLAP; the factor is inference.
struct SessionResetCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.flatMap { peering in
      peering.paths.compactMap { path -> CircuitFinding? in
        guard let observed = path.summary.observed, let session = path.session, session.state.isEstablished,
          let age = session.upDownSeconds
        else { return nil }
        let reason = sinceEarlier(path, observed, age) ?? besideOther(peering.path(path.path.other), age)
        guard let reason else { return nil }
        let reading = Reading.of(.edgeBGP, "BGP-FLAP")
        return subject.finding(
          .sessionReset, .warning,
          "\(peering.type.rawValue), \(path.path.rawValue) path: the session was reset \(session.upDown ?? "") ago: \(reason)",
          at: subject.linkPoints, path: path.path, peering: peering,
          evidence: [
            subject.evidence(observed, "routeTablesSummary/\(path.path.rawValue)", BGPSessionCheck.row(session))
          ], reading: reading,
          remedy: Remedy(
            reading?.advice ?? "",
            [
              CircuitCommand.metrics(subject.circuit.id, ["BgpAvailability", "ArpAvailability"])
            ]))
      }
    }
  }

  private static func sinceEarlier(_ path: PathSubject, _ observed: Observed<RouteSummary>, _ age: Int64) -> String? {
    guard let earlier = path.earlierSummary, let start = earlier.stamp.observedAt,
      let end = observed.stamp.observedAt, let address = path.edgeAddress,
      earlier.content.neighbor(address)?.state.isEstablished == true
    else { return nil }
    let elapsed = end.interval(since: start)
    return Double(age) + 60 < elapsed ? "it was up already at \(start)" : nil
  }

  private static func besideOther(_ other: PathSubject, _ age: Int64) -> String? {
    guard let otherAge = other.session?.upDownSeconds, other.session?.state.isEstablished == true, age < 86_400,
      otherAge > 24 * max(age, 1)
    else { return nil }
    return "the \(other.path.rawValue) path's is up for \(other.session?.upDown ?? "")"
  }
}
