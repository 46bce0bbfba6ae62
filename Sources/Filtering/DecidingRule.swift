public import AzureResources

/// The rule that settles what filters do with a flow.
public struct DecidingRule: Sendable, Hashable {
  public let rule: SecurityRule
  /// Whether it is one of the rules that every group has.
  public let isDefault: Bool
  public let kind: FilterStage.Kind
  /// The network security group or the security admin configuration that it belongs to.
  public let group: ResourceID
  /// The subnet, NIC or virtual network at which it applies.
  public let appliedTo: ResourceID
  /// Whether other rules may be the one that decides, all with the same outcome.
  public let hasAlternatives: Bool

  init?(_ stage: FilterStage) {
    guard let decision = stage.decision else { return nil }
    rule = decision.rule
    isDefault = decision.isDefault
    kind = stage.kind
    group = stage.group
    appliedTo = stage.appliedTo
    hasAlternatives = !stage.alternatives.isEmpty
  }

  public var name: String { String(rule.name) }
  public var priority: Int { rule.priority }
  /// Whether it is a network manager's.
  public var isAdmin: Bool { kind == .securityAdmin }
  /// The name as IP flow verify and effective rules write it, such as `securityRules/AllowSSH` (routing semantics
  /// D-113, D-121).
  public var qualifiedName: String { (isDefault ? "defaultSecurityRules/" : "securityRules/") + name }
}
