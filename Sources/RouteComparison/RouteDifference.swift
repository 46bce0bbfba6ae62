public import Routing

/// A row on which the computed and the observed routes of a NIC differ.
public struct RouteDifference: Sendable, Hashable {
  /// The likely reason, as a stable word.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// The snapshot lacks what a gateway learned.
    case learnedRoutesMissing
    /// What gateways know has changed between the two.
    case gatewayRoutesChanged
    /// The configuration keeps the route away from the subnet now.
    case withheld
    /// The peering was last synchronised before the remote network changed.
    case peeringNotSynchronised
    /// A peering, or its remote address space, has changed between the two.
    case peeringChanged
    /// The snapshot doesn't hold the region of one of two peers.
    case regionUnknown
    /// Azure's own routes to nowhere are those of another day.
    case platformListOfAnotherDay
    /// A user route, or the subnet's route table, has changed between the two.
    case userRouteChanged
    /// The snapshot lacks a resource that the routes depend on.
    case resourceMissing
    /// The snapshot lacks the prefixes of a service tag.
    case serviceTagUnknown
    /// A service endpoint was added or removed between the two.
    case serviceEndpointChanged
    /// A private endpoint was added or removed between the two.
    case privateEndpointChanged
    /// The members of a network manager's group are not those of the snapshot.
    case connectedGroupChanged
    /// The network's address space has changed between the two.
    case addressSpaceChanged
    /// No rule explains it.
    case unexplained
  }

  /// Azure's row; nil where only the computed routes have one.
  public let observed: ObservedRoute?
  /// The computed row; nil where only Azure's answer has one.
  public let computed: EffectiveRoute?
  public let cause: Cause
  /// The likely reason in a sentence, without a full stop.
  public let summary: String
  /// What would settle it; nil where no command does.
  public let command: String?
}
