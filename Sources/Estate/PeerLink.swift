/// A peering seen from its local network, with what the snapshot knows of the other side.
public struct PeerLink: Sendable, Hashable {
  /// Index in the local network's `peerings`.
  public let peering: Int
  /// Index of the remote network in `Estate.virtualNetworks`; nil where the snapshot lacks it.
  public let remote: Int?
  /// Index of the peering back in the remote network's `peerings`; nil where there is none.
  public let reverse: Int?
}
