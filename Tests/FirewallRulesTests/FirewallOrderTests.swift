import EstateFixtures
import FirewallRules
import JSONDocument
import TestSupport
import Testing

@Suite("The order of a firewall's rules")
struct FirewallOrderTests {
  typealias B = EstateBuilder

  /// One rule a collection, named after it.
  private static func collection(_ name: String, _ type: String, _ priority: Int) -> JSONValue {
    switch type {
    case "NAT":
      B.collection(
        name, priority, "DNAT", [B.natRule(name, to: "20.1.2.3", port: "80", translated: "10.1.0.10", "80")])
    case "Network": B.collection(name, priority, "Allow", [B.networkRule(name)])
    default: B.collection(name, priority, "Allow", [B.applicationRule(name, names: ["*"])])
    }
  }

  /// Groups of two policies as in Azure's own article, written in an order that is not the right one.
  private static let article: [(group: String, priority: Int, collections: [(String, String, Int)])] = [
    (
      "child/ChildRCG2", 650,
      [("ChAppRC2", "Application", 2000), ("ChDNATRC3", "NAT", 3000), ("ChNetRC2", "Network", 1100)]
    ),
    ("child/ChildRCG1", 300, [("ChAppRC1", "Application", 900), ("ChNetRC1", "Network", 700)]),
    ("parent/BaseRCG2", 300, [("NetworkRC2", "Network", 1300), ("AppRC2", "Application", 1200)]),
    ("parent/BaseRCG1", 200, [("NetworkRC1", "Network", 800), ("DNATRC3", "NAT", 610), ("DNATRC1", "NAT", 600)]),
  ]

  @Test("NAT, network, application over the whole tree; the parent first, then groups, then collections (E-041)")
  func worked() throws {
    var lab = FirewallLab(policies: ["child", "parent"])
    for (group, priority, collections) in Self.article {
      lab.builder.ruleCollectionGroup(
        group, priority, collections.map { Self.collection($0.0, $0.1, $0.2) })
    }
    var evaluator = FirewallEvaluator(try lab.builder.estate())
    #expect(
      evaluator.order(firewall: 0).map(\.rule.collection) == [
        "DNATRC1", "DNATRC3", "ChDNATRC3", "NetworkRC1", "NetworkRC2", "ChNetRC1", "ChNetRC2", "AppRC2", "ChAppRC1",
        "ChAppRC2",
      ])
    #expect(evaluator.order(firewall: 0)[0].rule.description == "parent/BaseRCG1/DNATRC1/DNATRC1")
  }

  @Test(
    "The reference's worked example has its expected order",
    .enabled(if: OutsideData.reference != nil, "AZIMUTH_REFERENCE is not set"))
  func reference() throws {
    let example = try #require(JSONFile.value("\(OutsideData.reference ?? "")/examples/14-firewall-order.json"))
    let policies = example["policies"]?.elements ?? []
    let names = policies.compactMap { $0["name"]?.text }
    var lab = FirewallLab(policies: names.reversed())
    for policy in policies {
      for group in policy["ruleCollectionGroups"]?.elements ?? [] {
        let collections = (group["collections"]?.elements ?? []).reversed().map { collection in
          Self.collection(
            collection["name"]?.text ?? "", collection["type"]?.text ?? "", Self.number(collection["priority"]))
        }
        lab.builder.ruleCollectionGroup(
          "\(policy["name"]?.text ?? "")/\(group["name"]?.text ?? "")", Self.number(group["priority"]), collections)
      }
    }
    var evaluator = FirewallEvaluator(try lab.builder.estate())
    let expected = example["expected"]?["order"]?.elements?.compactMap(\.text)
    #expect(evaluator.order(firewall: 0).map(\.rule.collection) == expected)
  }

  private static func number(_ value: JSONValue?) -> Int {
    if case .integer(let number)? = value { Int(number) } else { 0 }
  }

  @Test("A network rule that allows is not overruled by an application rule that denies (examples/14)")
  func networkBeforeApplication() throws {
    let lab = FirewallLab.with(
      B.collection("app", 100, "Deny", [B.applicationRule("Deny-google", names: ["google.com"])]),
      B.collection("net", 200, "Allow", [B.networkRule("Allow-web", ports: ["80", "443"])]))
    #expect(try lab.outcome(tcp("142.250.1.1", 443, name: "google.com")) == "allow Allow-web")
  }

  @Test("Of two network collections the one with the smaller number decides (examples/14)")
  func priority() throws {
    let lab = FirewallLab.with(
      B.collection("later", 200, "Allow", [B.networkRule("Allow-SSH", ports: ["22"])]),
      B.collection("sooner", 100, "Deny", [B.networkRule("Deny-SSH", ports: ["22"])]))
    #expect(try lab.outcome(tcp("10.2.0.4", 22)) == "deny Deny-SSH")
  }
}
