internal import IPAddressing

/// The BGP settings of a neighbour or of a group of neighbours, while a configuration is read.
struct PeerSettings {
  var remoteASN: UInt32?
  var localASN: UInt32?
  var key: EdgeKey?
  var isShutDown: Bool?
  var group: String?
  var vrf: String?

  /// Takes what isn't set from the group.
  mutating func inherit(_ other: PeerSettings) {
    remoteASN = remoteASN ?? other.remoteASN
    localASN = localASN ?? other.localASN
    key = key ?? other.key
    isShutDown = isShutDown ?? other.isShutDown
  }

  /// The neighbour as a whole configuration shows it: what isn't set there is off.
  func peer(at address: IPAddress, ownASN: UInt32?) -> EdgePeer {
    var peer = EdgePeer(address)
    peer.remoteASN = remoteASN
    peer.localASN = localASN ?? ownASN
    peer.key = key ?? .absent
    peer.isShutDown = isShutDown ?? false
    peer.vrf = vrf
    return peer
  }
}
