import EstateFixtures
import FirewallRules
import IPAddressing
import JSONDocument
import Testing

@Suite("The source behind a firewall")
struct FirewallSourceTests {
  typealias B = EstateBuilder

  private func source(_ lab: FirewallLab, to destination: String, name: String? = nil) throws
    -> FirewallSourceTranslation?
  {
    guard case .allowed(_, let source) = try lab.decision(tcp(destination, 443, name: name)).outcome else { return nil }
    return source
  }

  private var network: FirewallLab {
    .with(B.collection("net", 200, "Allow", [B.networkRule("all")]))
  }

  @Test(
    "Network rules keep the source towards private ranges alone (E-046)",
    arguments: [
      ("10.2.0.4", true), ("172.16.1.1", true), ("100.64.0.9", true), ("20.9.9.9", false), ("172.32.1.1", false),
    ])
  func standard(destination: String, keeps: Bool) throws {
    let expected: FirewallSourceTranslation = keeps ? .none : .publicAddress([try IPAddress("20.1.2.3")])
    #expect(try source(network, to: destination) == expected)
  }

  @Test("Ranges of a policy take the place of the default (E-046)")
  func ranges() throws {
    var lab = network
    func set(_ ranges: JSONValue) { lab.builder.set(B.policy("policy"), "snat", ["privateRanges": ranges]) }
    set(["255.255.255.255/32"])
    #expect(try source(lab, to: "10.2.0.4") == .privateAddress(try IPAddress("10.0.0.4")))
    set(["0.0.0.0/0"])
    #expect(try source(lab, to: "20.9.9.9") == FirewallSourceTranslation.none)
    set(["IANAPrivateRanges", "20.0.0.0/8"])
    #expect(try source(lab, to: "20.9.9.9") == FirewallSourceTranslation.none)
    #expect(try source(lab, to: "192.168.1.1") == FirewallSourceTranslation.none)
    set(["10.0.0.0/8"])
    #expect(try source(lab, to: "192.168.1.1") == .privateAddress(try IPAddress("10.0.0.4")))
  }

  @Test("A child without ranges has its parent's")
  func inherited() throws {
    var lab = FirewallLab(policies: ["child", "parent"])
    lab.builder.ruleCollectionGroup(
      "child/g", 200, [B.collection("net", 200, "Allow", [B.networkRule("all")])])
    lab.builder.set(B.policy("parent"), "snat", ["privateRanges": ["20.0.0.0/8"]])
    #expect(try source(lab, to: "20.9.9.9") == FirewallSourceTranslation.none)
  }

  @Test("A classic firewall's ranges are among its additional properties")
  func classicRanges() throws {
    var lab = FirewallLab.classic(
      network: [FirewallLab.classicCollection("net", 100, "Allow", B.networkRule("all"))])
    lab.builder.set(
      B.firewall("fw"), "additionalProperties", ["Network.SNAT.PrivateRanges": "IANAPrivateRanges, 20.0.0.0/8"])
    #expect(try source(lab, to: "20.9.9.9") == FirewallSourceTranslation.none)
  }

  @Test("Application rules always translate the source")
  func application() throws {
    let lab = FirewallLab.with(B.collection("app", 300, "Allow", [B.applicationRule("web", names: ["*"])]))
    #expect(try source(lab, to: "10.2.0.4") == .privateAddress(try IPAddress("10.0.0.4")))
    #expect(try source(lab, to: "20.9.9.9") == .publicAddress([try IPAddress("20.1.2.3")]))
  }

  @Test("A NAT gateway at the firewall's subnet gives the public source (E-067)")
  func natGateway() throws {
    var lab = network
    lab.builder.publicAddress("out", "20.7.7.7")
    lab.builder.add(
      B.id("natGateways", "nat"),
      JSONObject([("publicIpAddresses", [["id": .string(B.publicAddress("out"))]])]))
    lab.builder.set(
      B.subnet("hub/AzureFirewallSubnet"), "natGateway", ["id": .string(B.id("natGateways", "nat"))])
    #expect(try source(lab, to: "20.9.9.9") == .publicAddress([try IPAddress("20.7.7.7")]))
  }
}
