internal import AzureResources
internal import Estate
internal import Findings
internal import FirewallRules
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation

/// Azure Firewalls that don't let a packet pass (F10).
extension CauseFinder {
  func firewallDenies(_ id: ResourceID, _ rule: FirewallRulePath?, _ packet: Packet) -> Cause {
    let flow = words(packet)
    let policy = firewall(id)?.firewallPolicy
    return Cause(
      code: .firewallDenies, resource: rule?.resource ?? policy ?? id,
      detail: [.init("azureFirewall", id.text)] + (rule.map { [.init("rule", "\($0)")] } ?? []) + details(packet),
      summary: rule.map { "rule \($0) of firewall \(id.name) denies \(flow)" }
        ?? "no rule of firewall \(id.name) allows \(flow), so it is denied",
      remedy: Remedy(
        rule == nil
          ? "add a network rule, or for web and SQL traffic an application rule, that allows the flow"
          : "allow the flow in a collection of a smaller priority number, or change the rule",
        rule.map { allow(packet, above: $0, of: id) } ?? allow(packet, by: policy, of: id),
        lookups: lookups(policy, id)),
      evidence: [property(rule?.resource ?? policy ?? id, "rule", rule.map { "\($0)" } ?? "none")])
  }

  func noTranslationRule(_ id: ResourceID, _ packet: Packet) -> Cause {
    let policy = firewall(id)?.firewallPolicy
    return Cause(
      code: .noTranslationRule, resource: policy ?? id, detail: [.init("azureFirewall", id.text)] + details(packet),
      summary: "no NAT rule of firewall \(id.name) sends \(words(packet)) on: what comes from the internet needs one",
      remedy: Remedy("add a NAT rule (DNAT) from the public address and port to the host's", lookups(policy, id)),
      evidence: [property(policy ?? id, "natRules", "none that takes it")])
  }

  private func firewall(_ id: ResourceID) -> AzureFirewall? { estate.azureFirewalls.first { $0.id == id } }

  /// A network rule for the flow alone, where nothing denies it but the lack of a rule: in a new group of the policy,
  /// or a new collection of a firewall with classic rules.
  private func allow(
    _ packet: Packet, by policy: ResourceID?, of firewall: ResourceID, above limit: Int = 65001
  ) -> [Change] {
    let name = "allow-\(packet.transport.rawValue)" + (packet.port.map { "-\($0)" } ?? "")
    let source = packet.source == EndpointLocator.internetHost ? "*" : "\(packet.source)"
    let port = packet.port.map { "\($0)" } ?? "*"
    let ends: [(String, JSONValue)] = [
      ("sourceAddresses", [.string(source)]), ("destinationAddresses", [.string("\(packet.destination)")]),
      ("destinationPorts", [.string(port)]),
    ]
    let transport = JSONValue.string(packet.transport.rawValue.uppercased())
    guard let policy else {
      let present = classicNetworkRules(of: firewall).map(\.priority)
      guard let priority = Self.priority(below: limit, besides: Set(present)) else { return [] }
      let rule = JSONValue.object(JSONObject([("name", .string(name)), ("protocols", [transport])] + ends))
      return [
        .add(
          firewall, property: "networkRuleCollections",
          value: [
            "name": .string(name),
            "properties": ["priority": .integer(Int64(priority)), "action": ["type": "Allow"], "rules": [rule]],
          ])
      ]
    }
    guard let group = policy.child("ruleCollectionGroups", name), let index = estate.firewallPolicyIndex(policy) else {
      return []
    }
    let taken =
      knownRules.priorities[policy] ?? Set(estate.ruleCollectionGroups(ofPolicy: index).groups.map(\.priority))
    guard let priority = Self.priority(below: limit, besides: taken) else { return [] }
    let rule = JSONValue.object(
      JSONObject([("ruleType", "NetworkRule"), ("name", .string(name)), ("ipProtocols", [transport])] + ends))
    let collection: JSONValue = [
      "ruleCollectionType": "FirewallPolicyFilterRuleCollection", "name": .string(name), "priority": 1000,
      "action": ["type": "Allow"], "rules": [rule],
    ]
    return [
      .put(
        group,
        properties: JSONObject([("priority", .integer(Int64(priority))), ("ruleCollections", [collection])]),
        location: nil)
    ]
  }

  /// The same before a rule that denies: network rules are asked by the priorities of their groups, and before all
  /// application rules (routing semantics E-040). A base policy's rules come before all of the policy's own.
  private func allow(_ packet: Packet, above rule: FirewallRulePath, of id: ResourceID) -> [Change] {
    guard let policy = rule.policy else {
      let denying = classicNetworkRules(of: id).first { $0.name == rule.collection }
      return denying.map { allow(packet, by: nil, of: id, above: $0.priority) } ?? allow(packet, by: nil, of: id)
    }
    guard policy == firewall(id)?.firewallPolicy, let index = estate.firewallPolicyIndex(policy),
      let group = estate.ruleCollectionGroups(ofPolicy: index).groups.first(where: { $0.id == rule.resource })
    else { return [] }
    return allow(packet, by: policy, of: id, above: group.priority)
  }

  private func classicNetworkRules(of id: ResourceID) -> [FirewallRuleCollection] {
    guard let index = estate.azureFirewalls.firstIndex(where: { $0.id == id }) else { return [] }
    return estate.classicRules(ofFirewall: index)?.rules.network ?? []
  }

  /// The largest free number below a limit: the rule is to come just before what denies.
  private static func priority(below limit: Int, besides taken: Set<Int>) -> Int? {
    limit > 100 ? (100..<limit).reversed().first { !taken.contains($0) } : nil
  }

  private func words(_ packet: Packet) -> String {
    "\(packet.transport.rawValue.uppercased()) \(packet.source) to \(packet.destination)"
      + (packet.port.map { " port \($0)" } ?? "")
  }

  private func details(_ packet: Packet) -> [Cause.Detail] {
    [
      .init("source", "\(packet.source)"), .init("destination", "\(packet.destination)"),
      .init("protocol", packet.transport.rawValue.uppercased()),
    ] + (packet.port.map { [.init("port", "\($0)")] } ?? [])
  }

  private func lookups(_ policy: ResourceID?, _ firewall: ResourceID) -> [String] {
    guard let policy else { return ["az network firewall show --ids \(firewall)"] }
    return [
      "az network firewall policy rule-collection-group list -g \(policy.resourceGroup ?? "")"
        + " --policy-name \(policy.name)"
    ]
  }
}
