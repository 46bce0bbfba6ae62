internal import JSONReading

/// A network manager's configuration of security admin rules, which come before network security groups.
public struct SecurityAdminConfiguration: Sendable, Hashable {
  public let id: ResourceID
  /// What applies to networks with services that manage the network's filters themselves.
  public let intentPolicies: SecurityAdminIntentPolicies
  public var ruleCollections: [SecurityAdminRuleCollection]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let applied = json.properties["applyOnNetworkIntentPolicyBasedServices"]?.texts ?? []
    intentPolicies = applied.lazy.compactMap(SecurityAdminIntentPolicies.init(text:)).first ?? .none
    ruleCollections = reader.children("ruleCollections", type: "ruleCollections") {
      SecurityAdminRuleCollection($0, id: $1, reader: &$2)
    }
  }

  /// The network manager.
  public var manager: ResourceID? { id.parent }
}
