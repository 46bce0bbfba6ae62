import Testing

@Suite("azimuth rules")
struct RulesCommandTests {
  private static func scenario(_ name: String, _ line: String, columns: Int? = nil, input: String = "") -> Scenario {
    Scenario(name, "rules \(line)", fixture: "filters", columns: columns, input: input)
  }

  @Test(
    "Answers are those of the golden files",
    arguments: [
      scenario("nic", "web-1-nic"),
      scenario("machine-json", "sql-1 -o json"),
      scenario("subnet", "shop/data"),
      scenario("subnet-csv", "shop/data -o csv"),
      scenario("network", "shop"),
      scenario("screen", "web-1", columns: 100),
      scenario("no-filters", "shop/open"),
      scenario("group-missing", "lost-1"),
      scenario("private-endpoint", "vault-pe"),
      scenario("several", "--ids @- -o tsv", input: "shop/data\nweb-1\n"),
      scenario("no-target", ""),
      scenario("wrong-kind", "guard"),
      scenario("unknown-name", "web-2"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "rules") }

  @Test("Answers are those of the call effectiveNetworkSecurityGroups")
  func sameAsCall() async throws {
    let rules = try await AzimuthRun(["rules", "web-1-nic", "-o", "json"], fixture: "filters")
    let base = "/subscriptions/00000000-0000-0000-0000-00000000000b/resourceGroups/shop-rg/providers/Microsoft.Network"
    let url = "\(base)/networkInterfaces/web-1-nic/effectiveNetworkSecurityGroups"
    let call = try await AzimuthRun(
      ["rest", "--method", "POST", "--url", url, "--even-if-stopped"], fixture: "filters")
    #expect(rules.output == call.output)
    #expect(call.code == 0)
  }
}
