public import AzureResources
public import Filtering

/// What the filters at a station did with a packet in one direction.
public struct FilterPassage: Sendable, Hashable {
  public let direction: TrafficDirection
  /// The NIC, subnet or private endpoint at which the filters sit.
  public let place: ResourceID
  /// The packet as it was there.
  public let packet: Packet
  public let outcome: Outcome

  /// How the filters decide.
  public enum Outcome: Sendable, Hashable {
    case judged(FilterVerdict)
    /// The packet belongs to a connection that passed here before: it needs no rule (routing semantics D-030).
    case established
    /// No filter is attached, and the packet came in by a public address that stays closed without one (D-013).
    case closedWithoutGroup(publicAddress: ResourceID)
  }

  /// What is hashed tells passages apart well enough; a verdict holds every rule that was looked at.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(direction)
    hasher.combine(place)
    hasher.combine(packet)
  }
}
