internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether both paths of a peering are up: Azure's service level needs both.
///
/// - Source: ExpressRoute semantics A.5; table `mseeBgp`, pair rules.
struct PathRedundancyCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.compactMap { peering in
      guard let primary = peering.path(.primary).isUp, let secondary = peering.path(.secondary).isUp,
        primary || secondary
      else { return nil }
      let evidence = peering.paths.compactMap { path -> Evidence? in
        guard let observed = path.summary.observed, let session = path.session else { return nil }
        return subject.evidence(observed, "routeTablesSummary/\(path.path.rawValue)", BGPSessionCheck.row(session))
      }
      if primary && secondary {
        return subject.finding(
          .pathRedundancy, .pass, "\(peering.type.rawValue): both paths are up", at: [], peering: peering,
          evidence: evidence, reading: Reading.of(.pair, "PAIR-BOTH-UP"))
      }
      let down: DevicePath = primary ? .secondary : .primary
      return subject.finding(
        .pathRedundancy, .fail,
        "\(peering.type.rawValue): only the \(down.other.rawValue) path is up: traffic passes, and stops with the next fault"
          + " or maintenance", at: subject.linkPoints, path: down, peering: peering, evidence: evidence,
        reading: Reading.of(.pair, "PAIR-ONE"), party: subject.speakerParty,
        remedy: Remedy("repair the \(down.rawValue) path: see the checks of its layer 2 and BGP"))
    }
  }
}
