internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the BGP session of each path is established.
///
/// - Source: the guide, "Validate BGP and routes on the MSEE"; table `mseeBgp`.
struct BGPSessionCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter { $0.absence == nil && $0.peering.isEnabled }.flatMap { peering in
      peering.paths.compactMap { path -> CircuitFinding? in
        let command = CircuitCommand.summary(subject.circuit.id, peering.type, path.path)
        return subject.gap(
          path.summary, .bgpSession, "BGP summary", path, peering, at: subject.linkPoints, command: command)
          ?? session(path, peering, subject)
      }
    }
  }

  private static func session(
    _ path: PathSubject, _ peering: PeeringSubject, _ subject: CircuitSubject
  ) -> CircuitFinding? {
    guard let observed = path.summary.observed else { return nil }
    let name = "\(peering.type.rawValue), \(path.path.rawValue) path"
    let call = "routeTablesSummary/\(path.path.rawValue)"
    let isProvisioned =
      subject.circuit.isDirect || subject.circuit.serviceProviderProvisioningState?.lowercased() == "provisioned"
    guard let session = path.session else {
      let evidence = [subject.evidence(observed, call, "\(observed.content.neighbors.count) neighbours")]
      guard peering.isConfigured, isProvisioned || !observed.content.neighbors.isEmpty else {
        return subject.finding(
          .bgpSession, .skipped, "\(name): there can be no session yet", at: [], path: path.path, peering: peering,
          evidence: evidence)
      }
      let reading = Reading.of(.edgeBGP, "BGP-NOCE")
      return subject.finding(
        .bgpSession, .fail,
        "\(name): Microsoft's router has no neighbour \(path.edgeAddress.map { "\($0)" } ?? "for this link"):"
          + " \(reading?.meaning ?? "")", at: [.microsoftEdge], path: path.path, peering: peering, evidence: evidence,
        reading: reading, party: .microsoft,
        remedy: Remedy(
          reading?.advice ?? "",
          [
            CircuitCommand.peering(subject.circuit.id, peering.type)
          ]))
    }
    let evidence = [subject.evidence(observed, call, row(session))]
    if let prefixes = session.state.prefixes {
      return subject.finding(
        .bgpSession, .pass,
        "\(name): the session with \(session.addressText) is established\(age(session)), \(prefixes) prefix\(prefixes == 1 ? "" : "es")",
        at: subject.linkPoints, path: path.path, peering: peering, evidence: evidence,
        reading: Reading.of(.edgeBGP, "BGP-EST"))
    }
    return down(session, name, path, peering, subject, evidence)
  }

  private static func down(
    _ session: BGPNeighbor, _ name: String, _ path: PathSubject, _ peering: PeeringSubject, _ subject: CircuitSubject,
    _ evidence: [Evidence]
  ) -> CircuitFinding {
    guard let id = reading(session.state), let reading = Reading.of(.edgeBGP, id) else {
      return subject.finding(
        .bgpSession, .unknown,
        "\(name): '\(session.statePfxRcd)' of the session with \(session.addressText) is no state that BGP has",
        at: subject.linkPoints, path: path.path, peering: peering, evidence: evidence,
        remedy: Remedy(
          "collect the summary again", [CircuitCommand.summary(subject.circuit.id, peering.type, path.path)]))
    }
    // A handshake of the last minutes may still succeed.
    let isFresh = session.state == .connect && (session.upDownSeconds.map { $0 < 120 } ?? false)
    let layer2 = path.arp.content?.onPremises.map { $0.macAddress != nil }
    let below: String =
      switch layer2 {
      case true?: ". Layer 2 works there (ARP has the address): it is BGP's own settings"
      case false?: ". It follows from layer 2, which doesn't work there"
      case nil: ""
      }
    let suspects =
      "AS \(peering.peering.peerASNText ?? "?") at \(path.edgeAddress.map { "\($0)" } ?? "the edge"), 12076 at"
      + " \(path.microsoftAddress.map { "\($0)" } ?? "Microsoft's"), VLAN \(peering.peering.vlanID.map { "\($0)" } ?? "?"),"
      + " the same MD5 key or none"
    return subject.finding(
      .bgpSession, isFresh ? .warning : .fail,
      "\(name): the session with \(session.addressText) is \(session.statePfxRcd)\(age(session)): \(reading.meaning)\(below)",
      at: id == "BGP-IDLE-ADMIN" ? [.microsoftEdge] : subject.points(of: "ARP ok, BGP Active/Idle"), path: path.path,
      peering: peering, evidence: evidence, reading: reading, party: subject.speakerParty,
      remedy: Remedy(
        "\(reading.advice). The other end must have: \(suspects)",
        [CircuitCommand.summary(subject.circuit.id, peering.type, path.path)]),
      detail: layer2 == true ? [.init("reading", "ARP-OK-BGP-DOWN")] : [])
  }

  /// The table's row for a state that isn't established; nil for an unknown one.
  static func reading(_ state: BGPSessionState) -> String? {
    switch state {
    case .established: "BGP-EST"
    case .idle: "BGP-IDLE"
    case .idlePrefixLimit: "BGP-IDLE-PFX"
    case .idleAdministratively: "BGP-IDLE-ADMIN"
    case .active: "BGP-ACTIVE"
    case .connect: "BGP-CONNECT"
    case .openSent, .openConfirm: "BGP-OPEN"
    case .other: nil
    }
  }

  static func row(_ neighbor: BGPNeighbor) -> String {
    "\(neighbor.addressText) AS \(neighbor.asn.map { "\($0)" } ?? "?") \(neighbor.upDown ?? "") \(neighbor.statePfxRcd)"
  }

  private static func age(_ session: BGPNeighbor) -> String {
    switch session.upDown?.lowercased() {
    case nil: ""
    case "never": " and was never up"
    case let time?: " for \(time)"
    }
  }
}
