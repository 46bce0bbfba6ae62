/// Whether the two sides of a peering hold each other's present address space.
///
/// - Source: routing semantics B-046.
public enum PeeringSyncLevel: String, Sendable, Hashable, CaseIterable {
  case fullyInSync = "FullyInSync"
  /// The remote side's copy of the local space is old.
  case remoteNotInSync = "RemoteNotInSync"
  /// The local side's copy of the remote space is old.
  case localNotInSync = "LocalNotInSync"
  case localAndRemoteNotInSync = "LocalAndRemoteNotInSync"
}
