import Testing

@Suite("azimuth routes")
struct RoutesCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("vm-several-nics", "routes web-1"),
      Scenario("nic-agrees-not", "routes web-1-nic"),
      Scenario("nic-compare", "routes web-1-nic -o yaml --compare"),
      Scenario("nic", "routes app-rg/spare -o csv"),
      Scenario("nic-tsv", "routes app-rg/spare -o tsv"),
      Scenario("stopped", "routes sql-1"),
      Scenario("stopped-even-if", "routes sql-1 --even-if-stopped"),
      Scenario("unattached", "routes spare -g ops-rg"),
      Scenario("gateway-subnet", "routes hub-vpn"),
      Scenario("empty-subnet", "routes web/empty"),
      Scenario("network", "routes virtualNetworks/data -o csv"),
      Scenario("route-table", "routes web-routes -o csv"),
      Scenario("private-endpoint", "routes sql-pe -o json"),
      Scenario("day", "routes web/empty -o csv --as-of 2018-06-01"),
      Scenario("narrow-screen", "routes web/empty --color never", columns: 72),
      Scenario("screen", "routes web-1-nic", columns: 140),
      Scenario("faulty", "routes nic-a", fixture: "faulty/snapshot.json"),
      Scenario("explain", "routes web-1-nic --explain 10.2.0.4"),
      Scenario("explain-withheld", "routes hub/shared --explain 10.3.0.9"),
      Scenario("explain-displaced", "routes sql-1 --explain 192.168.10.9"),
      Scenario("explain-json", "routes app-rg/spare --explain 8.8.8.8 -o yaml"),
      Scenario("explain-csv", "routes web-1 --explain 10.2.0.4 -o csv"),
      Scenario("subnet-missing", "routes lost-nic"),
      Scenario("none", "routes web-1 -o none"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "routes") }

  @Test("JSON for one NIC is ARM's answer, for several it stands under their IDs")
  func shapes() async throws {
    let one = try await AzimuthRun(["routes", "sql-1", "-o", "json"])
    #expect(one.output.hasPrefix("{\n  \"value\": ["))
    let several = try await AzimuthRun(["routes", "web-1", "-o", "json"])
    #expect(several.output.hasPrefix("{\n  \"/subscriptions/"))
  }

  @Test("IDs from standard input always give answers under their IDs")
  func identifiers() async throws {
    let id =
      "/subscriptions/00000000-0000-0000-0000-00000000000A/resourceGroups/APP-RG/providers/Microsoft.Network"
      + "/networkInterfaces/web-1-nic"
    let listed = try await AzimuthRun(["routes", "--ids", "@-", "-o", "json"], input: "\n  \(id)\r\n\n")
    #expect(listed.code == 0)
    #expect(listed.output.hasPrefix("{\n  \"/subscriptions/"))
    let single = try await AzimuthRun(["routes", "--ids", id, "-o", "json"])
    #expect(single.output.hasPrefix("{\n  \"value\": ["))
    let csv = try await AzimuthRun(["routes", "--ids", "@-", "-o", "csv"], input: id)
    #expect(csv.output.hasPrefix("Resource,Source,State,Address Prefixes,"))
  }

  @Test("A NIC that is named twice is answered for once")
  func once() async throws {
    let run = try await AzimuthRun(["routes", "--ids", "@-", "-o", "csv"], input: "sql-1\nsql-1-nic\n")
    let single = try await AzimuthRun(["routes", "sql-1", "-o", "csv"])
    #expect(run.output.split(separator: "\r\n").count == single.output.split(separator: "\r\n").count)
  }

  @Test("Where the form has no place for a difference, standard error names it")
  func differenceNotice() async throws {
    let json = try await AzimuthRun(["routes", "web-1-nic", "-o", "json"])
    #expect(json.error.contains("Azure's own answer for web-1-nic differs in 3 routes; see --compare."))
    let compared = try await AzimuthRun(["routes", "web-1-nic", "-o", "json", "--compare"])
    #expect(!compared.error.contains("differs in"))
    #expect(compared.output.contains("\"agrees\": false"))
    let absent = try await AzimuthRun(["routes", "sql-1", "--compare", "-o", "json"])
    #expect(absent.error.contains("the snapshot holds no answer of Azure for sql-1-nic"))
    #expect(absent.output.contains("\"comparison\": null"))
  }
}
