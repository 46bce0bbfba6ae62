package import JSONReading

/// A rule collection group of a firewall policy.
public struct RuleCollectionGroup: Sendable, Hashable {
  public let id: ResourceID
  /// 100 to 65000; smaller numbers first. The groups of a parent policy come first whatever their numbers.
  public let priority: Int
  public let collections: [FirewallRuleCollection]
  /// Whether a collection could not be read: there may be more than `collections` holds.
  public let isIncomplete: Bool

  package init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    guard let priority = properties["priority"]?.integer.flatMap({ Int(exactly: $0) }) else { return nil }
    self.priority = priority
    let list = properties["ruleCollections"]?.elements.map { $0 } ?? []
    collections = list.compactMap { FirewallRuleCollection($0, kind: nil, reader: &reader) }
    isIncomplete = collections.count != list.count
  }
}
