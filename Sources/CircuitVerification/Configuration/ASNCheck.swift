internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the AS numbers are possible: Microsoft's is 12076, the peer's neither reserved nor the same.
///
/// - Source: ExpressRoute semantics A.2.2, rules ER-C03 and ER-C04.
struct ASNCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter(\.isConfigured).map { peering in
      let config = peering.peering
      let evidence = [
        subject.property("azureASN", config.azureASN.map { "\($0)" }, of: config.id),
        subject.property("peerASN", config.peerASNText, of: config.id),
      ]
      func finding(_ status: Check.Status, _ summary: String, _ advice: String? = nil) -> CircuitFinding {
        subject.finding(
          .peeringASN, status, "\(peering.type.rawValue): \(summary)", at: status == .pass ? [] : subject.linkPoints,
          peering: peering, evidence: evidence, party: advice == nil ? nil : subject.speakerParty,
          remedy: advice.map {
            Remedy($0, ["az network express-route peering update --ids \(config.id) --peer-asn <asn>"])
          })
      }
      if let own = config.azureASN, own != 12076 {
        return finding(.fail, "Azure's AS number is \(own); Microsoft's edge is 12076", "write the peering again")
      }
      guard let peer = config.peerASN else {
        guard let masked = config.peerASNText else {
          return subject.finding(
            .peeringASN, .unknown, "\(peering.type.rawValue): the snapshot doesn't say which AS number the peer has",
            at: [],
            peering: peering, evidence: evidence,
            remedy: Remedy("read the peering", [CircuitCommand.peering(subject.circuit.id, peering.type)]))
        }
        return finding(.skipped, "the peer's AS number is masked (\(masked)) and can't be judged")
      }
      let fault = PeerASNFault.of(peer, isMicrosoftPeering: peering.type == .microsoftPeering)
      switch fault?.severity {
      case .error:
        return finding(
          .fail, "the peer can't have AS number \(peer): \(fault?.reason ?? "")",
          "use an AS number of the customer's own, or a private one (64512 to 65514), at both ends")
      case .warning:
        return finding(
          .warning, "AS number \(peer) of the peer is unusual: \(fault?.reason ?? "")",
          "use an AS number of the customer's own, or a private one (64512 to 65514), at both ends")
      case .note: return finding(.pass, "AS 12076 and AS \(peer); \(fault?.reason ?? "")")
      case nil: return finding(.pass, "AS 12076 and AS \(peer)")
      }
    }
  }
}
