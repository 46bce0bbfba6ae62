public import AzureResources
public import Filtering
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
  /// The packet as it is where the path ends: translations under way have changed it.
  public internal(set) var packet: Packet
  /// What devices made of the packet, in order.
  public internal(set) var translations: [Translation] = []
  /// Where filters let the packet pass and keep its connection's state, so that the answer needs no rule there.
  public internal(set) var filterPlaces: Set<FilterPlace> = []
  /// What the path takes for granted.
  public internal(set) var assumptions: [Assumption] = []
  /// What the snapshot lacks; without an unknown outcome it could only have changed the path unusually.
  public internal(set) var missing: [MissingInput] = []
  /// Where flows are spread over several ways, in order; which way the path took at each.
  public internal(set) var forks: [Fork] = []
  /// Backends of load balancers on the path that get nothing.
  public internal(set) var spareBackends: [SpareBackend] = []
  /// Whether the path was followed to its end. What is unknown under way, such as a filter's word, leaves the outcome
  /// unknown but doesn't end the path.
  public internal(set) var isComplete = false

  init(packet: Packet) { self.packet = packet }

  /// The devices on the path that drop packets of connections whose start they haven't seen, in order.
  public var statefulDevices: [ResourceID] {
    hops.filter { $0.kind == .appliance || $0.kind == .firewall }.compactMap(\.resource)
  }
}
