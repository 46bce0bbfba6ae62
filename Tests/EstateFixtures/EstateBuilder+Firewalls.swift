public import JSONDocument

/// Firewall policies and their rules.
extension EstateBuilder {
  public static func policy(_ name: String) -> String { id("firewallPolicies", name) }
  public static func ipGroup(_ name: String) -> String { id("ipGroups", name) }

  /// `parent/base` is rule collection group `base` of policy `parent`.
  public static func ruleCollectionGroup(_ path: String) -> String {
    let parts = path.split(separator: "/")
    return "\(policy(String(parts[0])))/ruleCollectionGroups/\(parts[1])"
  }

  public mutating func policy(_ name: String, basedOn base: String? = nil, of firewall: String? = nil) {
    var properties = JSONObject([("threatIntelMode", "Off"), ("ruleCollectionGroups", [])])
    if let base { properties["basePolicy"] = Self.reference(Self.policy(base)) }
    add(Self.policy(name), properties)
    if let firewall { set(Self.firewall(firewall), "firewallPolicy", Self.reference(Self.policy(name))) }
  }

  public mutating func ruleCollectionGroup(_ path: String, _ priority: Int, _ collections: [JSONValue]) {
    add(
      Self.ruleCollectionGroup(path),
      JSONObject([("priority", .integer(Int64(priority))), ("ruleCollections", .array(collections))]))
  }

  /// A collection of a policy; `action` is `Allow`, `Deny` or `DNAT`.
  public static func collection(_ name: String, _ priority: Int, _ action: String, _ rules: [JSONValue]) -> JSONValue {
    let type = action == "DNAT" ? "FirewallPolicyNatRuleCollection" : "FirewallPolicyFilterRuleCollection"
    return [
      "ruleCollectionType": .string(type), "name": .string(name), "priority": .integer(Int64(priority)),
      "action": ["type": .string(action)], "rules": .array(rules),
    ]
  }

  public static func networkRule(
    _ name: String, from sources: [String] = ["*"], to destinations: [String] = ["*"], ports: [String] = ["*"],
    _ protocols: [String] = ["TCP"], others: [(String, JSONValue)] = []
  ) -> JSONValue {
    .object(
      JSONObject(
        [
          ("ruleType", "NetworkRule"), ("name", .string(name)), ("ipProtocols", list(protocols)),
          ("sourceAddresses", list(sources)), ("destinationAddresses", list(destinations)),
          ("destinationPorts", list(ports)),
        ] + others))
  }

  public static func natRule(
    _ name: String, to address: String, port: String, translated: String, _ translatedPort: String
  ) -> JSONValue {
    [
      "ruleType": "NatRule", "name": .string(name), "ipProtocols": ["TCP"], "sourceAddresses": ["*"],
      "destinationAddresses": [.string(address)], "destinationPorts": [.string(port)],
      "translatedAddress": .string(translated), "translatedPort": .string(translatedPort),
    ]
  }

  /// A rule for HTTPS on port 443.
  public static func applicationRule(
    _ name: String, from sources: [String] = ["*"], names: [String] = [], others: [(String, JSONValue)] = []
  ) -> JSONValue {
    .object(
      JSONObject(
        [
          ("ruleType", "ApplicationRule"), ("name", .string(name)), ("sourceAddresses", list(sources)),
          ("protocols", [["protocolType": "Https", "port": 443]]), ("targetFqdns", list(names)),
        ] + others))
  }

  public mutating func ipGroup(_ name: String, _ addresses: [String]) {
    add(Self.ipGroup(name), JSONObject([("ipAddresses", Self.list(addresses))]))
  }
}
