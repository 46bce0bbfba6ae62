internal import AzureResources
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// The gateway's BGP sessions.
///
/// - Source: VPN semantics B.3; interpretation table `gatewayBgp`.
struct PeerChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    guard !subject.connectionsWithBGP.isEmpty || subject.peers.latest != nil else { return [] }
    guard let table = subject.peers.latest else { return [notAsked].compactMap { $0 } }
    let own = Set(subject.gateway.instanceAddresses + table.content.peers.compactMap(\.localAddress))
    // An instance's row for itself is no session, and the one between the two instances is Azure's own affair.
    let rows = table.content.peers.filter { peer in
      !(peer.neighbor.map(own.contains) ?? false) && peer.asn != subject.gateway.ownASN
    }
    guard !rows.isEmpty else { return [absent(table)].compactMap { $0 } }
    var byNeighbour: [String: [BGPPeer]] = [:]
    var order: [String] = []
    for row in rows {
      if byNeighbour[row.neighborText] == nil { order.append(row.neighborText) }
      byNeighbour[row.neighborText, default: []].append(row)
    }
    let isAnyUp = rows.contains(where: Self.isUp)
    return order.compactMap { byNeighbour[$0] }.map { check($0, table.stamp, isAnyUp: isAnyUp) }
      + missing(rows, table.stamp)
  }

  private static func isUp(_ peer: BGPPeer) -> Bool { peer.state?.lowercased() == "connected" }

  /// Nobody asked for the sessions.
  private var notAsked: Check? {
    guard !subject.gateway.kind.isInHub else { return nil }
    return Check(
      .bgpPeerNotConnected, .skipped, "how the BGP sessions of \(subject.name) stand isn't in the snapshot",
      subject.gateway.id)
  }

  /// The table is empty, or has nothing but the gateway's own rows.
  private func absent(_ table: Observed<BGPPeerStatus>) -> Check? {
    guard let connection = subject.connectionsWithBGP.first else { return nil }
    return Check(
      .bgpPeerMissing, .fail,
      "gateway \(subject.name) has no BGP session, though connection \(connection.id.name) is to have one",
      subject.gateway.id, [subject.observed(table.stamp, "getBgpPeerStatus", "no peer")],
      remedy: Remedy(
        "look whether the connection is up; a gateway that was just created needs up to 25 minutes",
        ["az network vnet-gateway list-bgp-peer-status -g \(group) -n \(subject.name)"]))
  }

  /// One neighbour, as each instance sees it.
  private func check(_ rows: [BGPPeer], _ stamp: ObservationStamp, isAnyUp: Bool) -> Check {
    let peer = rows[0]
    let who = description(of: peer)
    let states = rows.map { $0.state ?? "Unknown" }
    let evidence = [
      subject.observed(
        stamp, "getBgpPeerStatus",
        rows.map { "\($0.neighborText): \($0.state ?? "Unknown"), \($0.routesReceived ?? 0) routes" }
          .joined(separator: "; "))
    ]
    guard let bad = rows.first(where: { !Self.isUp($0) }) else {
      return subject.pass(.bgpPeerNotConnected, "\(who) is Connected")
    }
    let state = bad.state ?? "Unknown"
    let isUnknown = state.lowercased() == "unknown"
    // One instance without a session, or one of several neighbours: the way is there, its second is not.
    let isOther = rows.contains(where: Self.isUp) || isAnyUp
    return Check(
      .bgpPeerNotConnected, isUnknown || isOther ? .warning : .fail,
      "\(who) is \(state)\(Set(states).count > 1 ? " at one of two instances" : "")", subject.gateway.id, evidence,
      detail: [.init("neighbor", peer.neighborText), .init("state", state)],
      remedy: Remedy(
        Self.advice(state), ["az network vnet-gateway list-bgp-peer-status -g \(group) -n \(subject.name)"]))
  }

  private static func advice(_ state: String) -> String {
    switch state.lowercased() {
    case "connecting": "bring the tunnel up first; then compare the site's AS number and BGP address with the device's"
    case "idle", "stopped": "turn BGP on at the connection and at the gateway"
    default: "ask again"
    }
  }

  /// The neighbour with the site that has its address.
  private func description(of peer: BGPPeer) -> String {
    let site = subject.sites.first { $0.bgpPeeringAddress != nil && $0.bgpPeeringAddress == peer.neighbor }
    let named = site.map { "site \($0.id.name), " } ?? ""
    let asn = peer.asn.map { "AS \($0)" } ?? "AS unknown"
    return "BGP peer \(peer.neighborText) of gateway \(subject.name) (\(named)\(asn))"
  }

  /// Neighbours that must be there: each site's address, and both routers of Microsoft's edge.
  private func missing(_ rows: [BGPPeer], _ stamp: ObservationStamp) -> [Check] {
    var found: [Check] = []
    for connection in subject.connections where connection.enableBGP {
      guard let site = subject.site(of: connection), let address = site.bgpPeeringAddress,
        !rows.contains(where: { $0.neighbor == address })
      else { continue }
      found.append(
        Check(
          .bgpPeerMissing, .fail,
          "gateway \(subject.name) has no BGP session with \(address) of site \(site.id.name)", subject.gateway.id,
          [subject.observed(stamp, "getBgpPeerStatus", rows.map(\.neighborText).joined(separator: ", "))],
          remedy: Remedy("look whether connection \(connection.id.name) is up; compare the site's BGP address")))
    }
    let edges = Set(rows.filter { $0.asn == 12076 }.map(\.neighborText))
    if subject.gateway.kind.isExpressRoute, edges.count == 1, let only = edges.first {
      found.append(
        Check(
          .bgpPeerMissing, .warning,
          "gateway \(subject.name) has one session with Microsoft's edge (\(only)), there should be two",
          subject.gateway.id, [subject.observed(stamp, "getBgpPeerStatus", only)], party: .microsoft,
          remedy: Remedy("read the sessions again, then open a support request")))
    }
    return found
  }

  private var group: String { subject.gateway.id.resourceGroup.map(String.init) ?? "<group>" }
}
