public import IPAddressing

/// A route that contains an address, and whether and why it takes the address's traffic.
public struct RouteCandidate: Sendable, Hashable {
  public let route: EffectiveRoute
  /// The prefix of the route that contains the address.
  public let prefix: IPPrefix
  public let outcome: Outcome

  /// What became of the candidate.
  public enum Outcome: Sendable, Hashable {
    case wins
    /// The winner's prefix is longer.
    case shorterPrefix
    /// The prefixes are equal; user routes come before learned ones, and these before system routes (B-080).
    case lowerPriority
    /// A system route to the network, a peer or a service endpoint is preferred over learned routes, however specific
    /// these are (B-083).
    case learnedBehindSystemRoute
    /// Another route took its place in the table.
    case displaced(Displacement)
    /// The table doesn't get it.
    case withheld(WithholdingReason)
  }
}
