public import AzureResources

/// Where a rule is: what a person looks for in the portal.
public struct FirewallRulePath: Sendable, Hashable, CustomStringConvertible {
  /// The rule collection group, or the firewall itself for a classic rule.
  public let resource: ResourceID
  public let collection: String
  public let rule: String

  init(_ resource: ResourceID, collection: String, rule: String) {
    self.resource = resource
    self.collection = collection
    self.rule = rule
  }

  /// The policy; nil for a classic rule.
  public var policy: ResourceID? { resource.kind == .azureFirewall ? nil : resource.parent }

  /// Policy, group, collection and rule with slashes between; a classic rule's firewall, collection and rule.
  public var description: String {
    let owner = policy.map { "\($0.name)/\(resource.name)" } ?? String(resource.name)
    return "\(owner)/\(collection)/\(rule)"
  }
}
