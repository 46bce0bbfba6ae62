import AzureResources
import Estate
import EstateFixtures
import FirewallRules
import IPAddressing
import JSONDocument

/// An estate with one firewall, `fw`, at 10.0.0.4 and 20.1.2.3.
struct FirewallLab {
  typealias B = EstateBuilder
  var builder = EstateBuilder()

  /// - Parameter policies: The first is the firewall's, each is based on the next. None for classic rules.
  init(policies: [String] = ["policy"]) {
    builder.network("hub", ["10.0.0.0/16"], subnets: ["AzureFirewallSubnet": "10.0.0.0/26"])
    builder.firewall("fw", in: "hub", "10.0.0.4")
    builder.publicAddress("pip", "20.1.2.3")
    builder.set(
      B.firewall("fw"), "ipConfigurations",
      [
        [
          "name": "front",
          "properties": [
            "privateIPAddress": "10.0.0.4", "publicIPAddress": ["id": .string(B.publicAddress("pip"))],
            "subnet": ["id": .string(B.subnet("hub/AzureFirewallSubnet"))],
          ],
        ]
      ])
    builder.set(B.firewall("fw"), "threatIntelMode", "Off")
    for (position, policy) in policies.enumerated() {
      builder.policy(
        policy, basedOn: policies.dropFirst(position + 1).first, of: position == 0 ? "fw" : nil)
    }
  }

  /// The rules of one group of the policy.
  static func with(_ collections: JSONValue...) -> FirewallLab {
    var lab = FirewallLab()
    lab.builder.ruleCollectionGroup("policy/group", 200, collections)
    return lab
  }

  /// The rules of a firewall without a policy.
  static func classic(
    nat: [JSONValue] = [], network: [JSONValue] = [], application: [JSONValue] = []
  ) -> FirewallLab {
    var lab = FirewallLab(policies: [])
    lab.builder.set(B.firewall("fw"), "natRuleCollections", .array(nat))
    lab.builder.set(B.firewall("fw"), "networkRuleCollections", .array(network))
    lab.builder.set(B.firewall("fw"), "applicationRuleCollections", .array(application))
    return lab
  }

  static func classicCollection(_ name: String, _ priority: Int, _ action: String, _ rule: JSONValue) -> JSONValue {
    var rule = rule.members ?? JSONObject()
    rule["protocols"] = rule["ipProtocols"] ?? rule["protocols"]
    rule["ipProtocols"] = nil
    rule["ruleType"] = nil
    return [
      "name": .string(name),
      "properties": [
        "priority": .integer(Int64(priority)), "action": ["type": .string(action)], "rules": [.object(rule)],
      ],
    ]
  }

  func decision(_ flow: FirewallFlow, tags: [ServiceTag] = []) throws -> FirewallDecision {
    var evaluator = FirewallEvaluator(try builder.estate(), tags: tags)
    return evaluator.decide(firewall: 0, flow)
  }

  /// `allow RULE`, `deny RULE`, `deny`, `to ADDRESS:PORT` or `unknown`.
  func outcome(_ flow: FirewallFlow) throws -> String { Self.text(try decision(flow).outcome) }

  static func text(_ outcome: FirewallDecision.Outcome) -> String {
    switch outcome {
    case .allowed(let path, _): "allow \(path.rule)"
    case .denied(let path): path.map { "deny \($0.rule)" } ?? "deny"
    case .translated(let translation):
      "to \(translation.address):\(translation.port.map { "\($0)" } ?? "")"
    case .unknown: "unknown"
    }
  }
}

/// A TCP flow from 10.1.0.10 unless another source is named.
func tcp(_ destination: String, _ port: UInt16?, name: String? = nil, from source: String = "10.1.0.10") throws
  -> FirewallFlow
{
  FirewallFlow(.tcp, from: try IPAddress(source), to: try IPAddress(destination), port: port, name: name)
}
