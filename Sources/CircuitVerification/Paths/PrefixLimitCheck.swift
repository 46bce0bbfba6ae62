internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// How many more prefixes a session takes before it is dropped.
///
/// - Source: ExpressRoute semantics A.6; the warning from 80 percent on is inference. What counts is the summary's
///   number: routes that the edge gives back inflate the table.
struct PrefixLimitCheck: CircuitCheck {
  /// Percent of the limit from which it is a warning.
  private static let remarkable = 80

  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.flatMap { peering in
      peering.paths.compactMap { path -> CircuitFinding? in
        guard let observed = path.summary.observed, let session = path.session, let count = session.state.prefixes
        else { return nil }
        let kind: PrefixLimit.Kind = peering.type == .privatePeering ? .privatePrefixes : .microsoftPrefixes
        guard let limit = PrefixLimit.of(kind, isPremium: subject.circuit.sku?.isPremium ?? false) else { return nil }
        let evidence = [
          subject.evidence(observed, "routeTablesSummary/\(path.path.rawValue)", BGPSessionCheck.row(session)),
          subject.property("sku", subject.circuit.sku?.name ?? subject.circuit.sku?.tier),
        ]
        let name = "\(peering.type.rawValue), \(path.path.rawValue) path"
        let share = count * 100 / limit.ipv4
        guard share >= remarkable else {
          return subject.finding(
            .prefixLimit, .pass, "\(name): \(count) of \(limit.ipv4) prefixes, \(limit.ipv4 - count) more fit", at: [],
            path: path.path, peering: peering, evidence: evidence)
        }
        // Without the circuit's tier the limit may be Premium's.
        let isOver = count > limit.ipv4 && subject.circuit.sku?.tier != nil
        return subject.finding(
          .prefixLimit, isOver ? .fail : .warning,
          "\(name): \(count) prefixes of at most \(limit.ipv4); beyond that \(limit.effect)",
          at: subject.linkPoints, path: path.path, peering: peering, evidence: evidence,
          reading: Reading.of(.edgeBGP, "BGP-IDLE-PFX"), party: subject.speakerParty,
          remedy: Remedy(
            "summarise the prefixes at the edge"
              + (peering.type == .privatePeering && subject.circuit.sku?.isPremium != true
                ? ", or order Premium, which takes 10,000" : "")))
      }
    }
  }
}
