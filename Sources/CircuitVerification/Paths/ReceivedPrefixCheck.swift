internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the edge announces anything over an established session.
///
/// - Source: tables `mseeBgp` (BGP-EST-0) and `arp` (ARP-OK-NOPFX).
struct ReceivedPrefixCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.flatMap { peering in
      peering.paths.compactMap { path -> CircuitFinding? in
        guard let observed = path.summary.observed, let session = path.session, let count = session.state.prefixes,
          count == 0
        else { return nil }
        let reading = Reading.of(.edgeBGP, "BGP-EST-0")
        return subject.finding(
          .receivedPrefixes, .fail,
          "\(peering.type.rawValue), \(path.path.rawValue) path: the session is up, but \(subject.model.speaker) announces"
            + " nothing to Azure", at: subject.points(of: "BGP up, 0 prefixes from CE"), path: path.path,
          peering: peering,
          evidence: [
            subject.evidence(
              observed, "routeTablesSummary/\(path.path.rawValue)", BGPSessionCheck.row(session))
          ], reading: reading, party: subject.speakerParty,
          remedy: Remedy(
            "announce the on-premises prefixes over this session: \(reading?.advice ?? "")",
            [CircuitCommand.routes(subject.circuit.id, peering.type, path.path)]),
          detail: path.arp.content?.onPremises?.macAddress == nil ? [] : [.init("reading", "ARP-OK-NOPFX")])
      }
    }
  }
}
