/// A decision with the rules that were looked at, in order, up to the one that decided. A phase that was not tried has
/// none.
public struct FirewallExplanation: Sendable, Hashable {
  public let decision: FirewallDecision
  public let evaluations: [FirewallRuleEvaluation]
}
