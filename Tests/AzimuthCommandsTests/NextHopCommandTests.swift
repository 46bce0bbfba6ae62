import Testing

@Suite("azimuth next-hop")
struct NextHopCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("appliance", "next-hop web-1-nic 10.2.0.4"),
      Scenario("system", "next-hop jump-nic 8.8.8.8"),
      Scenario("several-nics", "next-hop web-1 10.0.2.200"),
      Scenario("subnet", "next-hop hub/GatewaySubnet 10.1.1.5"),
      Scenario("gateway", "next-hop hub-vpn 10.1.0.4 -o csv"),
      Scenario("json", "next-hop data/sql 8.8.8.8 -o json"),
      Scenario("yaml", "next-hop sql-1 192.168.10.4 -o yaml"),
      Scenario("several-sources", "next-hop --ids @- 10.2.0.4", input: "web-1-nic\njump-nic\n"),
      Scenario("no-address", "next-hop web-1"),
      Scenario("bad-address", "next-hop web-1 10.2.0.256"),
      Scenario("too-many", "next-hop web-1 10.2.0.4 --ids x"),
      Scenario("no-source", "next-hop"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "next-hop") }

  @Test(
    "The day decides the name of the own network",
    arguments: [("2017-06-29", "VnetLocal"), ("2020-01-01", "VirtualNetwork")])
  func day(_ day: String, _ name: String) async throws {
    let run = try await AzimuthRun(["next-hop", "sql-1", "10.2.0.9", "-o", "tsv", "--as-of", day])
    #expect(run.output.hasPrefix(name + "\t"))
  }

  @Test("Answers for IDs from standard input stand under the IDs")
  func keyed() async throws {
    let run = try await AzimuthRun(["next-hop", "--ids", "@-", "8.8.8.8", "-o", "json"], input: "jump-nic\n")
    #expect(run.output.hasPrefix("{\n  \"/subscriptions/"))
  }
}
