import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("networkConfigurationDiagnostic")
struct ConfigurationDiagnosticTests {
  let service: ARMService

  init() throws { service = ARMService(try FilteredEstate.read()) }

  private func ask(_ target: String, _ profile: JSONValue, under field: String = "profiles") -> ARMResponse {
    service.post(
      "\(FilteredEstate.watcher)/networkConfigurationDiagnostic",
      .object(JSONObject([("targetResourceId", .string(target)), (field, [profile])])))
  }

  private static func profile(
    _ direction: String, _ source: String, _ destination: String, _ port: String, _ transport: String = "TCP"
  ) -> JSONValue {
    [
      "direction": .string(direction), "protocol": .string(transport), "source": .string(source),
      "destination": .string(destination), "destinationPort": .string(port),
    ]
  }

  /// A flow with what Azure's rules make of it: each group's rule, in order.
  struct Row: Sendable, CustomTestStringConvertible {
    let profile: JSONValue
    let access: String
    let rules: [String]
    let source: String
    var testDescription: String { "\(access) by \(rules)" }
  }

  static let rows = [
    Row(
      profile: profile("Inbound", "203.0.113.9", "10.0.0.4", "443"), access: "Allow",
      rules: ["UserRule_web", "UserRule_office"], source: "D-001: inbound the subnet's group first"),
    Row(
      profile: profile("Inbound", "203.0.113.9", "10.0.0.4", "22"), access: "Deny",
      rules: ["DefaultRule_DenyAllInBound"], source: "D-001: the first group that denies is the last one asked"),
    Row(
      profile: profile("inbound", "10.0.1.4", "10.0.0.4", "22"), access: "Allow",
      rules: ["DefaultRule_AllowVnetInBound", "DefaultRule_AllowVnetInBound"], source: "D-060"),
    Row(
      profile: profile("Outbound", "10.0.0.4", "10.0.1.4", "53", "Udp"), access: "Deny",
      rules: ["DefaultRule_AllowVnetOutBound", "UserRule_no-dns"], source: "D-001: outbound the NIC's group first"),
    Row(
      profile: profile("Inbound", "Internet", "10.0.0.4", "443"), access: "Deny",
      rules: ["UserRule_web", "DefaultRule_DenyAllInBound"], source: "D-130: a tag, which only one group lets in"),
    Row(
      profile: profile("Inbound", "203.0.113.0/28", "*", "443"), access: "Allow",
      rules: ["UserRule_web", "UserRule_office"], source: "D-130: a prefix that both rules cover whole"),
    Row(
      profile: profile("Inbound", "203.0.112.0/22", "10.0.0.4", "443"), access: "Deny",
      rules: ["UserRule_web", "DefaultRule_DenyAllInBound"], source: "a rule that covers a part of it doesn't decide"),
    Row(
      profile: profile("Outbound", "*", "VirtualNetwork", "53", "Udp"), access: "Deny",
      rules: ["DefaultRule_DenyAllOutBound"], source: "D-130: what may come from anywhere isn't the network's"),
    Row(
      profile: profile("Outbound", "10.0.0.4/32", "8.8.8.8", "*", "icmp"), access: "Allow",
      rules: ["DefaultRule_AllowInternetOutBound", "DefaultRule_AllowInternetOutBound"], source: "D-130: ICMP too"),
  ]

  @Test("Access and rules are those of Azure's order", arguments: rows)
  func rules(row: Row) throws {
    let result = try #require(ask("\(FilteredEstate.machine)/web", row.profile).body["results"]?.elements?.first)
    #expect(result["profile"] == row.profile)
    let filter = try #require(result["networkSecurityGroupResult"])
    #expect(filter["securityRuleAccessResult"]?.text == row.access)
    let groups = filter["evaluatedNetworkSecurityGroups"]?.elements ?? []
    #expect(groups.compactMap { $0["matchedRule"]?["ruleName"]?.text } == row.rules)
    for group in groups {
      let last = group["rulesEvaluationResult"]?.elements?.last
      #expect(last?["name"] == group["matchedRule"]?["ruleName"])
      #expect(last?["sourceMatched"] == true)
    }
  }

  @Test("A NIC can be the target, and one without groups has no result")
  func interfaces() {
    let profile = Self.profile("Inbound", "10.0.0.9", "10.0.1.4", "22")
    #expect(ask("\(FilteredEstate.interface)/web-2", profile).body == ["results": []])
    // A machine's NIC is the one that has the local address.
    #expect(ask("\(FilteredEstate.machine)/web", profile).body == ["results": []])
    #expect(ask("\(FilteredEstate.interface)/web-1", profile).body["results"]?.elements?.count == 1)
    #expect(ask("\(FilteredEstate.interface)/none", profile).code == "ResourceNotFound")
  }

  @Test("What older clients call queries comes back as traffic queries")
  func queries() {
    let profile = Self.profile("Inbound", "10.0.0.9", "10.0.0.4", "22")
    let result = ask("\(FilteredEstate.machine)/web", profile, under: "queries").body["results"]?.elements?.first
    #expect(result?["trafficQuery"] == profile)
    #expect(result?["profile"] == nil)
  }

  @Test(
    "A profile that can't be read is an error that names its field",
    arguments: [
      ("direction", profile("Sideways", "10.0.0.9", "10.0.0.4", "22")),
      ("protocol", profile("Inbound", "10.0.0.9", "10.0.0.4", "22", "quic")),
      ("source", profile("Inbound", "no name!", "10.0.0.4", "22")),
      ("destination", profile("Inbound", "10.0.0.9", "", "22")),
      ("destinationPort", profile("Inbound", "10.0.0.9", "10.0.0.4", "66000")),
      ("profiles", .null),
    ] as [(String, JSONValue)])
  func malformed(field: String, profile: JSONValue) {
    let answer = ask("\(FilteredEstate.machine)/web", profile)
    #expect(answer.code == "InvalidRequestFormat")
    #expect(answer.message.contains(field))
  }

  @Test("A stopped machine and its NIC are refused")
  func stopped() {
    let profile = Self.profile("Inbound", "10.0.0.9", "10.0.0.5", "22")
    for target in ["\(FilteredEstate.machine)/asleep", "\(FilteredEstate.interface)/asleep-1"] {
      #expect(ask(target, profile).code == "NicMustBeAttachedToRunningVmToGetEffectiveSecurityGroups")
    }
  }
}
