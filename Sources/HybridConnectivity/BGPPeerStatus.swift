package import JSONDocument

/// The BGP peers of a gateway (`getBgpPeerStatus`), in the view of one or more of its instances.
public struct BGPPeerStatus: TableContent, Hashable {
  public let peers: [BGPPeer]

  package init?(_ answer: JSONValue) {
    guard let rows = answer.rows else { return nil }
    peers = rows.compactMap { BGPPeer($0) }
    guard peers.count == rows.count else { return nil }
  }
}
