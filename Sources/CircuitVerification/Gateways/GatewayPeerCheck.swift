internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the gateway's own sessions with Microsoft's two routers are up.
///
/// - Source: table `gatewayBgp`; ExpressRoute semantics B.3. An instance's row about itself, and those of its sibling,
///   mean nothing.
struct GatewayPeerCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.gateways.filter(\.isKnown).compactMap { gateway in
      let command = "az network vnet-gateway list-bgp-peer-status --ids \(gateway.id) -o json"
      guard let observed = gateway.peers.observed else {
        return subject.finding(
          .bgpPeerNotConnected, .skipped, "nobody asked gateway \(gateway.id.name) for its BGP peers", at: [],
          resource: gateway.id, remedy: Remedy("collect the gateway's peers", [command]))
      }
      let peers = observed.content.peers.filter { $0.asn == 12076 && !$0.isOwn }
      let down = peers.filter { !$0.isConnected && $0.state?.lowercased() != "unknown" }
      let evidence = [
        subject.evidence(
          observed, "getBgpPeerStatus",
          peers.map { "\($0.neighborText) \($0.state ?? "?")" }.joined(separator: "; "))
      ]
      if !down.isEmpty {
        return subject.finding(
          .bgpPeerNotConnected, .fail,
          "gateway \(gateway.id.name)'s session with Microsoft's router \(down.map(\.neighborText).joined(separator: ", ")) is"
            + " \(down[0].state ?? "down")", at: [.microsoftEdge, .gateway], resource: gateway.id, evidence: evidence,
          party: down.count == peers.count ? .customer : .microsoft,
          remedy: Remedy(
            "look at the connection first; if it is sound, ask Microsoft's support, with the circuit's service key",
            [command]))
      }
      guard !peers.isEmpty else {
        return subject.finding(
          .bgpPeerNotConnected, .warning,
          "gateway \(gateway.id.name) names no router of Microsoft's among its BGP peers; after it was created that takes up to"
            + " 25 minutes", at: [.gateway], resource: gateway.id, evidence: evidence,
          remedy: Remedy("ask again later", [command]))
      }
      return subject.finding(
        .bgpPeerNotConnected, .pass,
        "gateway \(gateway.id.name) has sessions with \(peers.count) of Microsoft's routers", at: [.gateway],
        resource: gateway.id, evidence: evidence)
    }
  }
}
