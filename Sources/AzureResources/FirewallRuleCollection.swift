internal import JSONReading

/// Rules of a firewall with one priority and one action.
public struct FirewallRuleCollection: Sendable, Hashable {
  public enum Action: String, Sendable, Hashable, CaseIterable {
    case allow = "Allow"
    case deny = "Deny"
    /// Translates the destination.
    case dnat = "DNAT"
    /// Of classic NAT collections; Azure doesn't offer it.
    case snat = "SNAT"
  }

  public let name: String
  /// 100 to 65000; smaller numbers first.
  public let priority: Int
  public let action: Action
  public let rules: [FirewallRule]
  /// Whether a rule could not be read: there may be more than `rules` holds.
  public let isIncomplete: Bool

  /// - Parameter kind: What the rules are where they don't say themselves.
  init?(_ json: JSONCursor, kind: FirewallRule.Kind?, reader: inout ResourceReader) {
    let properties = json.properties
    guard let priority = properties["priority"]?.integer.flatMap({ Int(exactly: $0) }),
      let action: Action = properties["action"].flatMap({ action in
        action.isObject ? reader.choice("type", in: action) : reader.choice("action", in: properties)
      })
    else {
      reader.note("ruleCollections", "a rule collection lacks its priority or its action")
      return nil
    }
    name = json["name"]?.string ?? ""
    self.priority = priority
    self.action = action
    let list = properties["rules"]?.elements.map { $0 } ?? []
    rules = list.compactMap { FirewallRule($0, kind: kind, reader: &reader) }
    isIncomplete = rules.count != list.count
  }
}
