public import AzureResources
public import IPAddressing

/// A group that applies at a NIC, with all its rules in the order in which they decide.
public struct EffectiveSecurityGroup: Sendable {
  public let group: ResourceID
  /// The subnet or NIC that the group is attached to.
  public let appliedTo: ResourceID
  /// Inbound rules before outbound ones, each by priority, the default rules at their end.
  public let rules: [(rule: SecurityRule, isDefault: Bool)]
  /// What the tags that the rules use expand to at this NIC; a tag whose prefixes are unknown is absent.
  public let tags: [String: [IPPrefix]]
}
