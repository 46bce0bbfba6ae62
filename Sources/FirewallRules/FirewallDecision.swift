/// What a firewall does with the first packet of a connection, and why.
public struct FirewallDecision: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// It passes, to where it was going.
    case allowed(by: FirewallRulePath, source: FirewallSourceTranslation)
    /// A NAT rule sends it elsewhere.
    case translated(FirewallTranslation)
    /// A rule denies it, or, without one, no rule allows it.
    case denied(by: FirewallRulePath?)
    /// What would decide isn't known; never empty.
    case unknown([FirewallGap])
  }

  public let outcome: Outcome
  public let assumptions: [FirewallAssumption]
}
