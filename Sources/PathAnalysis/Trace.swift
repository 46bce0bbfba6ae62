public import AzureResources
public import Routing

/// A packet's path, as far as configuration tells.
public struct Trace: Sendable {
  /// How the path ends.
  public enum Outcome: Sendable, Hashable {
    case delivered
    case dropped(StopReason)
    /// The snapshot doesn't hold what would decide; `missing` names it.
    case unknown
  }

  public internal(set) var outcome = Outcome.delivered
  public internal(set) var hops: [Hop] = []
  /// What the path takes for granted.
  public internal(set) var assumptions: [Assumption] = []
  /// What the snapshot lacks; without an unknown outcome it could only have changed the path unusually.
  public internal(set) var missing: [MissingInput] = []

  /// The stateful devices on the path, in order: the way back must pass the same ones.
  public var statefulDevices: [ResourceID] {
    hops.filter { $0.kind == .appliance || $0.kind == .firewall }.compactMap(\.resource)
  }
}
