/// The state of one side of a peering.
public enum PeeringState: String, Sendable, Hashable, CaseIterable {
  /// Only this side exists yet.
  case initiated = "Initiated"
  case connected = "Connected"
  /// The other side was deleted.
  case disconnected = "Disconnected"
}
