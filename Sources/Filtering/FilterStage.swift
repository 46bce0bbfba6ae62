public import AzureResources

/// One network security group's word on a flow.
public struct FilterStage: Sendable, Hashable {
  public let group: ResourceID
  /// The subnet or NIC that the group is attached to.
  public let appliedTo: ResourceID
  /// The rules looked at, in order, up to the one that decided.
  public let evaluations: [RuleEvaluation]
  public let outcome: Outcome

  /// How the group decides.
  public enum Outcome: Sendable, Hashable {
    case allowed(by: RuleEvaluation)
    case denied(by: RuleEvaluation)
    /// A rule may or may not cover the flow; what would tell, in words.
    case unknown(String)
  }
}
