public import AzureResources
public import IPAddressing

/// A filter that applies at a place, with all its rules in the order in which they decide.
public struct EffectiveSecurityGroup: Sendable {
  public let kind: FilterStage.Kind
  /// The network security group, or the security admin configuration.
  public let group: ResourceID
  /// The subnet or NIC that the group is attached to; the network manager for security admin rules (routing semantics
  /// D-106).
  public let appliedTo: ResourceID
  /// Inbound rules before outbound ones, each by priority, the default rules at their end.
  public let rules: [(rule: SecurityRule, isDefault: Bool)]
  /// What the tags that the rules use expand to at this place; a tag whose prefixes are unknown is absent.
  public let tags: [String: [IPPrefix]]
}
