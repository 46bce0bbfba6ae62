public import AzureResources

/// One filter's word on a flow: that of a network security group, or of a network manager's security admin rules.
public struct FilterStage: Sendable, Hashable {
  /// What kind of filter it is.
  public enum Kind: Sendable, Hashable {
    /// The rules of a network manager's security admin configuration (routing semantics D-100).
    case securityAdmin
    case networkSecurityGroup
  }

  public let kind: Kind
  /// The network security group, or the security admin configuration.
  public let group: ResourceID
  /// The subnet or NIC that the group is attached to; the virtual network for security admin rules.
  public let appliedTo: ResourceID
  /// The rules looked at, in order, up to the one that decided.
  public let evaluations: [RuleEvaluation]
  public let outcome: Outcome
  /// Further rules of which one may be the one that decides, where the flow or the snapshot leaves it open. The outcome
  /// holds for all of them.
  public let alternatives: [RuleEvaluation]

  /// How the filter decides.
  public enum Outcome: Sendable, Hashable {
    case allowed(by: RuleEvaluation)
    /// A security admin rule lets the flow through, whatever groups say.
    case alwaysAllowed(by: RuleEvaluation)
    case denied(by: RuleEvaluation)
    /// No rule covers the flow, so the next filter decides. Groups end with rules that cover everything: only security
    /// admin rules pass flows on, and groups for the platform's addresses.
    case passed
    /// The rules that may cover the flow differ; what would tell, in words.
    case unknown(String)
  }

  /// The rule that decides: the first that may, where several can't be told apart; nil where none decides for sure.
  public var decision: RuleEvaluation? {
    switch outcome {
    case .allowed(let rule), .alwaysAllowed(let rule), .denied(let rule): rule
    case .passed, .unknown: nil
    }
  }
}
