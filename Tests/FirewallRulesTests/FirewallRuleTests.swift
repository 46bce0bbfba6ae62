import AzureResources
import Estate
import EstateFixtures
import FirewallRules
import IPAddressing
import JSONDocument
import Testing

@Suite("What a firewall does with a flow")
struct FirewallRuleTests {
  typealias B = EstateBuilder

  private static func network(_ rules: JSONValue..., action: String = "Allow") -> JSONValue {
    B.collection("net", 200, action, rules)
  }

  @Test("Nothing passes without a rule, nor without any rules at all")
  func denies() throws {
    #expect(
      try FirewallLab.with(Self.network(B.networkRule("r", ports: ["22"]))).outcome(tcp("10.2.0.4", 443)) == "deny")
    #expect(try FirewallLab().outcome(tcp("10.2.0.4", 443)) == "deny")
  }

  @Test(
    "A network rule covers exactly its sources, destinations and ports",
    arguments: [
      ("10.1.0.10", "10.2.0.4", 443, true), ("10.1.0.11", "10.2.0.4", 443, false),
      ("10.1.0.10", "10.2.0.20", 443, true),
      ("10.1.0.10", "10.2.0.21", 443, false), ("10.1.0.10", "10.3.7.7", 8080, true),
      ("10.1.0.10", "10.3.7.7", 8082, false),
    ] as [(String, String, UInt16, Bool)])
  func scope(source: String, destination: String, port: UInt16, passes: Bool) throws {
    let rule = B.networkRule(
      "r", from: ["10.1.0.10"], to: ["10.2.0.4-10.2.0.20", "10.3.0.0/16"], ports: ["443", "8080-8081"])
    let outcome = try FirewallLab.with(Self.network(rule)).outcome(tcp(destination, port, from: source))
    #expect(outcome == (passes ? "allow r" : "deny"))
  }

  @Test(
    "Any is every protocol with port *, and TCP and UDP with ports (E-044)",
    arguments: [
      ("*", FirewallFlow.Transport.icmp, true), ("*", .other, true), ("*", .udp, true), ("53", .udp, true),
      ("53", .tcp, true), ("53", .icmp, false), ("53", .other, false),
    ])
  func anyProtocol(ports: String, transport: FirewallFlow.Transport, passes: Bool) throws {
    let lab = FirewallLab.with(Self.network(B.networkRule("r", ports: [ports], ["Any"])))
    let flow = FirewallFlow(transport, from: try IPAddress("10.1.0.10"), to: try IPAddress("10.2.0.4"), port: 53)
    #expect(try lab.outcome(flow) == (passes ? "allow r" : "deny"))
  }

  @Test("Application rules decide by name, and only for TCP on the protocol's port (E-043)")
  func names() throws {
    let lab = FirewallLab.with(
      B.collection("app", 300, "Allow", [B.applicationRule("web", names: ["*.contoso.com", "example.org"])]))
    #expect(try lab.outcome(tcp("20.9.9.9", 443, name: "shop.Contoso.com")) == "allow web")
    #expect(try lab.outcome(tcp("20.9.9.9", 443, name: "example.org")) == "allow web")
    #expect(try lab.outcome(tcp("20.9.9.9", 443, name: "contoso.com")) == "deny")
    #expect(try lab.outcome(tcp("20.9.9.9", 8443, name: "example.org")) == "deny")
    #expect(try lab.outcome(tcp("20.9.9.9", 443)) == "unknown")
    let quic = FirewallFlow(
      .udp, from: try IPAddress("10.1.0.10"), to: try IPAddress("20.9.9.9"), port: 443, name: "example.org")
    #expect(try lab.outcome(quic) == "deny")
  }

  @Test("An unknown name doesn't matter where every way out of it is the same")
  func sameEitherWay() throws {
    let allowed = FirewallLab.with(
      B.collection("a", 300, "Allow", [B.applicationRule("one", names: ["example.org"])]),
      B.collection("b", 400, "Allow", [B.applicationRule("all", names: ["*"])]))
    #expect(try allowed.outcome(tcp("20.9.9.9", 443)) == "allow all")
    let denied = FirewallLab.with(B.collection("a", 300, "Deny", [B.applicationRule("one", names: ["example.org"])]))
    #expect(try denied.outcome(tcp("20.9.9.9", 443)) == "deny")
  }

  @Test("Microsoft's lists of names are unknown, not empty")
  func nameTags() throws {
    let rule = B.applicationRule("updates", others: [("fqdnTags", ["WindowsUpdate"])])
    let lab = FirewallLab.with(B.collection("app", 300, "Allow", [rule]))
    #expect(try lab.outcome(tcp("20.9.9.9", 443, name: "update.microsoft.com")) == "unknown")
  }

  @Test("A NAT rule sends on what is addressed to the firewall, from its private address (E-047)")
  func translates() throws {
    let lab = FirewallLab.with(
      B.collection("nat", 100, "DNAT", [B.natRule("rdp", to: "20.1.2.3", port: "3389", translated: "10.1.0.4", "3390")])
    )
    let decision = try lab.decision(tcp("20.1.2.3", 3389, from: "203.0.113.9"))
    guard case .translated(let translation) = decision.outcome else {
      Issue.record("\(decision)")
      return
    }
    #expect(translation.address == (try IPAddress("10.1.0.4")))
    #expect(translation.port == 3390)
    #expect(translation.source == .privateAddress(try IPAddress("10.0.0.4")))
    #expect(try lab.outcome(tcp("20.1.2.3", 22, from: "203.0.113.9")) == "deny")
  }

  @Test("No network rule lets traffic through that is addressed to the firewall itself")
  func ownAddress() throws {
    let lab = FirewallLab.with(Self.network(B.networkRule("all")))
    #expect(try lab.outcome(tcp("20.1.2.3", 22, from: "203.0.113.9")) == "deny")
    #expect(try lab.outcome(tcp("10.0.0.4", 22)) == "deny")
    #expect(try lab.outcome(tcp("20.1.2.4", 22)) == "allow all")
  }

  @Test("Behind a policy's NAT rule no network rule is asked; behind a classic one a rule may deny (E-042)")
  func classicTranslation() throws {
    let nat = B.natRule("rdp", to: "20.1.2.3", port: "3389", translated: "10.1.0.4", "3390")
    let deny = B.networkRule("no-rdp", to: ["10.1.0.4"], ports: ["3390"])
    let policy = FirewallLab.with(B.collection("nat", 100, "DNAT", [nat]), Self.network(deny, action: "Deny"))
    #expect(try policy.outcome(tcp("20.1.2.3", 3389, from: "203.0.113.9")) == "to 10.1.0.4:3390")
    let translation = FirewallLab.classicCollection("nat", 100, "Dnat", nat)
    let classic = FirewallLab.classic(
      nat: [translation], network: [FirewallLab.classicCollection("net", 100, "Deny", deny)])
    #expect(try classic.outcome(tcp("20.1.2.3", 3389, from: "203.0.113.9")) == "deny no-rdp")
    #expect(
      try FirewallLab.classic(nat: [translation]).outcome(tcp("20.1.2.3", 3389, from: "203.0.113.9"))
        == "to 10.1.0.4:3390")
  }

  @Test("Classic collections are tried by type, then priority")
  func classic() throws {
    let lab = FirewallLab.classic(
      network: [
        FirewallLab.classicCollection("b", 200, "Allow", B.networkRule("allow", ports: ["443"])),
        FirewallLab.classicCollection("a", 100, "Deny", B.networkRule("deny", to: ["20.0.0.0/8"], ports: ["443"])),
      ],
      application: [FirewallLab.classicCollection("c", 100, "Allow", B.applicationRule("app", names: ["*"]))])
    #expect(try lab.outcome(tcp("20.9.9.9", 443)) == "deny deny")
    #expect(try lab.outcome(tcp("10.2.0.4", 443)) == "allow allow")
  }

  @Test("IP groups count as the addresses that they hold")
  func ipGroups() throws {
    let rule = B.networkRule(
      "r", to: [], ports: ["443"], others: [("destinationIpGroups", [.string(B.ipGroup("shops"))])])
    var lab = FirewallLab.with(Self.network(rule))
    #expect(try lab.outcome(tcp("10.2.0.4", 443)) == "unknown")
    #expect(try lab.outcome(tcp("10.2.0.4", 444)) == "deny", "the port alone rules it out")
    lab.builder.ipGroup("shops", ["10.2.0.0/24", "10.3.0.1-10.3.0.9", "10.4.0.4"])
    for (address, passes) in [("10.2.0.4", true), ("10.3.0.9", true), ("10.4.0.4", true), ("10.3.0.10", false)] {
      #expect(try lab.outcome(tcp(address, 443)) == (passes ? "allow r" : "deny"))
    }
  }

  @Test("A service tag that nobody described leaves it open; the snapshot's description closes it")
  func serviceTags() throws {
    var lab = FirewallLab.with(Self.network(B.networkRule("r", to: ["Storage.WestEurope"], ports: ["443"])))
    let decision = try lab.decision(tcp("20.9.9.9", 443))
    guard case .unknown(let gaps) = decision.outcome else {
      Issue.record("\(decision)")
      return
    }
    #expect(gaps.map(\.kind) == [.serviceTag])
    lab.builder.addServiceTag("Storage.WestEurope", ["20.9.0.0/16"])
    #expect(try lab.outcome(tcp("20.9.9.9", 443)) == "allow r")
    #expect(try lab.outcome(tcp("20.8.9.9", 443)) == "deny")
  }

  @Test("Without the policy, a parent or a listed group nothing is certain")
  func missingPolicies() throws {
    let flow = try tcp("10.2.0.4", 443)
    var lab = FirewallLab.with(Self.network(B.networkRule("all")))
    lab.builder.set(B.policy("policy"), "basePolicy", ["id": .string(B.policy("parent"))])
    #expect(try lab.outcome(flow) == "unknown")
    lab = FirewallLab.with(Self.network(B.networkRule("all")))
    lab.builder.set(
      B.policy("policy"), "ruleCollectionGroups", [["id": .string(B.ruleCollectionGroup("policy/other"))]])
    #expect(try lab.outcome(flow) == "unknown")
    lab = FirewallLab()
    lab.builder.remove(B.policy("policy"))
    #expect(try lab.outcome(flow) == "unknown")
    lab = FirewallLab()
    lab.builder.set(B.policy("policy"), "ruleCollectionGroups", nil)
    #expect(try lab.outcome(flow) == "unknown")
    #expect(try FirewallLab(policies: []).outcome(flow) == "unknown")
  }

  @Test("A parent's certain rule decides whatever a child lacks")
  func certainParent() throws {
    var lab = FirewallLab(policies: ["child", "parent"])
    lab.builder.ruleCollectionGroup("parent/g", 500, [Self.network(B.networkRule("all"))])
    lab.builder.set(
      B.policy("child"), "ruleCollectionGroups", [["id": .string(B.ruleCollectionGroup("child/absent"))]])
    #expect(try lab.outcome(tcp("10.2.0.4", 443)) == "allow all")
  }

  @Test("Groups nested in their policy count like those of their own")
  func nested() throws {
    var lab = FirewallLab()
    lab.builder.set(
      B.policy("policy"), "ruleCollectionGroups",
      [["name": "g", "properties": ["priority": 200, "ruleCollections": [Self.network(B.networkRule("all"))]]]])
    #expect(try lab.outcome(tcp("10.2.0.4", 443)) == "allow all")
  }

  @Test("A question without a port is open where rules name ports")
  func noPort() throws {
    #expect(
      try FirewallLab.with(Self.network(B.networkRule("r", ports: ["22"]))).outcome(tcp("10.2.0.4", nil)) == "unknown")
    #expect(try FirewallLab.with(Self.network(B.networkRule("all"))).outcome(tcp("10.2.0.4", nil)) == "allow all")
  }

  @Test("Threat intelligence is assumed to be silent, unless it is off")
  func threatIntelligence() throws {
    var lab = FirewallLab.with(Self.network(B.networkRule("all")))
    #expect(try lab.decision(tcp("10.2.0.4", 443)).assumptions.isEmpty)
    lab.builder.set(B.policy("policy"), "threatIntelMode", "Deny")
    #expect(try lab.decision(tcp("10.2.0.4", 443)).assumptions.map(\.kind) == [.threatIntelligence])
  }

  @Test("An explanation lists what was looked at and why it doesn't match")
  func explains() throws {
    let lab = FirewallLab.with(
      Self.network(B.networkRule("ssh", ports: ["22"]), B.networkRule("web", to: ["20.0.0.0/8"], ports: ["443"])),
      B.collection("app", 300, "Allow", [B.applicationRule("names", names: ["example.org"])]))
    var evaluator = FirewallEvaluator(try lab.builder.estate())
    let explanation = evaluator.explain(firewall: 0, try tcp("10.2.0.4", 443, name: "other.org"))
    #expect(explanation.evaluations.map(\.path.rule) == ["ssh", "web", "names"])
    #expect(explanation.evaluations[0].port == .no)
    #expect(explanation.evaluations[1].port == .yes)
    #expect(explanation.evaluations[1].destination == .no)
    #expect(explanation.evaluations[2].name == .no)
    #expect(explanation.decision == (try lab.decision(tcp("10.2.0.4", 443, name: "other.org"))))
  }
}
