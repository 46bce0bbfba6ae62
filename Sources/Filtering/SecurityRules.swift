internal import AzureFacts
internal import AzureResources
internal import IPAddressing

/// The rules of a group in the order in which they decide, default rules included.
enum SecurityRules {
  /// - Complexity: O(n log n).
  static func ordered(
    _ group: NetworkSecurityGroup, _ direction: TrafficDirection
  ) -> [OrderedRule] {
    let own = group.securityRules.filter { $0.direction == direction }.sorted { $0.priority < $1.priority }
    let defaults = Self.defaults(of: group.id).filter { $0.direction == direction }
    return own.map { OrderedRule(rule: $0, isDefault: false) } + defaults.map { OrderedRule(rule: $0, isDefault: true) }
  }

  private static func defaults(of group: ResourceID) -> [SecurityRule] {
    DefaultSecurityRule.all.compactMap { row in
      guard let id = group.child("defaultSecurityRules", row.name),
        let direction = TrafficDirection(rawValue: row.direction),
        let access = SecurityRuleAccess(rawValue: row.access)
      else { return nil }
      return SecurityRule(
        id: id, priority: row.priority, direction: direction, access: access, source: scope(row.source),
        destination: scope(row.destination))
    }
  }

  private static func scope(_ text: String) -> SecurityRuleScope {
    text == "*" ? .any : .serviceTags([text], IPAddressSet())
  }
}
