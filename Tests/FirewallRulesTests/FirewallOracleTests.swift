import EstateFixtures
import FirewallRules
import IPAddressing
import JSONDocument
import TestSupport
import Testing

/// A second, naive evaluation of rules as data: of all rules that cover the flow the one with the smallest place decides.
@Suite("Random firewalls against a naive oracle")
struct FirewallOracleTests {
  typealias B = EstateBuilder

  struct Rule {
    var name: String
    /// NAT 0, network 1, application 2.
    var phase: Int
    /// Root policy 0.
    var depth: Int
    var group: Int
    var collection: Int
    var position: Int
    var allows: Bool
    /// The second byte of 10.x.0.0/16; nil for any.
    var source: Int?
    var destination: Int?
    var port: UInt16?
    var protocols: [String]
    var target: String

    var place: [Int] { [phase, depth, group, collection, position] }
  }

  struct Flow {
    var source: Int
    /// 200 is the firewall's own public address.
    var destination: Int
    var port: UInt16
    var transport: FirewallFlow.Transport
    var name: String
  }

  private static let names = ["a.example", "b.example", "*"]
  private static let ports: [UInt16] = [53, 443, 8443]

  private static func rules(_ random: inout SplitMix64) -> [Rule] {
    var rules: [Rule] = []
    var groups = Set<[Int]>()
    for depth in 0..<2 {
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let group = Int.random(in: 100...120, using: &random)
        guard groups.insert([depth, group]).inserted else { continue }
        var priorities = Array(100...110).shuffled(using: &random)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let (phase, allows) = (Int.random(in: 0...2, using: &random), Bool.random(using: &random))
          let collection = priorities.removeLast()
          for position in 0..<Int.random(in: 1...3, using: &random) {
            let protocols = [["TCP"], ["UDP"], ["Any"], ["TCP", "ICMP"], ["ICMP"]].randomElement(using: &random) ?? []
            rules.append(
              Rule(
                name: "r\(rules.count)", phase: phase, depth: depth, group: group, collection: collection,
                position: position, allows: allows, source: [nil, 1, 2].randomElement(using: &random) ?? nil,
                destination: [nil, 1, 2, 3].randomElement(using: &random) ?? nil,
                port: ([nil] + ports).randomElement(using: &random) ?? nil, protocols: protocols,
                target: names.randomElement(using: &random) ?? "*"))
          }
        }
      }
    }
    return rules
  }

  private static func json(_ rule: Rule) -> JSONValue {
    let sources = [rule.source.map { "10.\($0).0.0/16" } ?? "*"]
    switch rule.phase {
    case 0:
      return B.natRule(
        rule.name, to: "20.1.2.3", port: "\(rule.port ?? 443)", translated: "10.9.0.9", "\(rule.position + 1)")
    case 1:
      return B.networkRule(
        rule.name, from: sources, to: [rule.destination.map { "10.\($0).0.0/16" } ?? "*"],
        ports: [rule.port.map { "\($0)" } ?? "*"], rule.protocols)
    default: return B.applicationRule(rule.name, from: sources, names: [rule.target])
    }
  }

  private static func lab(_ rules: [Rule]) -> FirewallLab {
    var lab = FirewallLab(policies: ["child", "root"])
    let groups = Dictionary(grouping: rules) { [$0.depth, $0.group] }
    // Written last to first, so that nothing is in order by chance.
    for (key, members) in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }).reversed() {
      let collections = Dictionary(grouping: members) { $0.collection }
      let values = collections.sorted { $0.key > $1.key }.map { priority, rules in
        let action = rules[0].phase == 0 ? "DNAT" : rules[0].allows ? "Allow" : "Deny"
        return B.collection("c\(priority)", priority, action, rules.map(json))
      }
      lab.builder.ruleCollectionGroup("\(key[0] == 0 ? "root" : "child")/g\(key[1])", key[1], values)
    }
    return lab
  }

  private static func covers(_ rule: Rule, _ flow: Flow) -> Bool {
    let tcp = flow.transport == .tcp
    switch rule.phase {
    case 0: return flow.destination == 200 && tcp && flow.port == rule.port ?? 443
    case 1:
      guard flow.destination != 200 else { return false }
      let hasPort = tcp || flow.transport == .udp
      var covered = rule.protocols.contains(flow.transport.rawValue)
      if rule.protocols.contains("Any"), hasPort || rule.port == nil { covered = true }
      let onPort = !hasPort || rule.port == nil || rule.port == flow.port
      return covered && onPort && rule.source ?? flow.source == flow.source
        && rule.destination ?? flow.destination == flow.destination
    default:
      return flow.destination != 200 && tcp && flow.port == 443 && rule.source ?? flow.source == flow.source
        && (rule.target == "*" || rule.target == flow.name)
    }
  }

  private static func expected(_ rules: [Rule], _ flow: Flow) -> String {
    let covering = rules.filter { covers($0, flow) }
    guard let first = covering.min(by: { $0.place.lexicographicallyPrecedes($1.place) }) else { return "deny" }
    if first.phase == 0 { return "to 10.9.0.9:\(first.position + 1)" }
    return "\(first.allows ? "allow" : "deny") \(first.name)"
  }

  @Test("The first rule in Azure's order decides", arguments: [0x5eed_0001, 0x5eed_0002, 0x5eed_0003] as [UInt64])
  func agrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for round in 0..<60 {
      let rules = Self.rules(&random)
      var evaluator = FirewallEvaluator(try Self.lab(rules).builder.estate())
      for _ in 0..<100 {
        let flow = Flow(
          source: Int.random(in: 1...3, using: &random),
          destination: [1, 2, 3, 4, 200].randomElement(using: &random) ?? 1,
          port: Self.ports.randomElement(using: &random) ?? 443,
          transport: FirewallFlow.Transport.allCases.randomElement(using: &random) ?? .tcp,
          name: ["a.example", "b.example", "c.example"].randomElement(using: &random) ?? "")
        let destination = flow.destination == 200 ? "20.1.2.3" : "10.\(flow.destination).0.4"
        let decision = evaluator.decide(
          firewall: 0,
          FirewallFlow(
            flow.transport, from: try IPAddress("10.\(flow.source).0.4"), to: try IPAddress(destination),
            port: flow.port, name: flow.name))
        let (found, expected) = (FirewallLab.text(decision.outcome), Self.expected(rules, flow))
        try #require(found == expected, "seed \(seed), round \(round): \(flow)")
      }
    }
  }
}
