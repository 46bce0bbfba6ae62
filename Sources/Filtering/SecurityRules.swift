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
    let defaults = Self.defaults(of: group.id, direction)
    return own.map { OrderedRule(rule: $0, isDefault: false) } + defaults.map { OrderedRule(rule: $0, isDefault: true) }
  }

  private static func defaults(of group: ResourceID, _ direction: TrafficDirection) -> [SecurityRule] {
    rows.lazy.filter { $0.direction == direction }.map { row in
      SecurityRule(
        defaultOf: group, named: row.name, priority: row.priority, direction: row.direction, access: row.access,
        source: row.source, destination: row.destination)
    }
  }

  /// The rules that every group has, as they are told in the facts.
  private struct Row {
    let name: String
    let priority: Int
    let direction: TrafficDirection
    let access: SecurityRuleAccess
    let source: SecurityRuleScope
    let destination: SecurityRuleScope
  }

  private static let rows = DefaultSecurityRule.all.compactMap { row -> Row? in
    guard let direction = TrafficDirection(rawValue: row.direction),
      let access = SecurityRuleAccess(rawValue: row.access)
    else { return nil }
    return Row(
      name: row.name, priority: row.priority, direction: direction, access: access, source: scope(row.source),
      destination: scope(row.destination))
  }

  private static func scope(_ text: String) -> SecurityRuleScope {
    text == "*" ? .any : .serviceTags([text], IPAddressSet())
  }
}
