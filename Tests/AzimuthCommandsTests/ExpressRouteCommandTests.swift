import Testing

/// - Source: the guide "Verify ExpressRoute connectivity", whose samples are the files below `expressroute-texts`.
@Suite("azimuth expressroute")
struct ExpressRouteCommandTests {
  private static let folder = "Tests/Fixtures/expressroute-texts"
  private static let configuration = "--table \(folder)/circuit.txt --table \(folder)/peering.txt"

  private static func recorded(_ name: String, _ line: String, columns: Int? = nil) -> Scenario {
    Scenario(name, "expressroute \(line)", fixture: "expressroute", columns: columns)
  }

  private static func pasted(_ name: String, _ line: String) -> Scenario {
    Scenario(name, "expressroute \(line)", fixture: "")
  }

  @Test(
    "Recorded circuits are shown as the golden files have them",
    arguments: [
      recorded("list", "list"), recorded("list-csv", "list -o csv"), recorded("list-json", "list -o json"),
      recorded("peerings", "peerings Test-ER-Ckt"),
      recorded("peerings-json", "peerings Test-ER-RG/Test-ER-Ckt -o json"),
      recorded("peerings-none", "peerings ckt-new"), recorded("peerings-disabled", "peerings ckt-direct"),
      recorded("peerings-one", "peerings Test-ER-Ckt --peering microsoft"),
      recorded("arp", "arp Test-ER-Ckt"), recorded("arp-json", "arp Test-ER-Ckt -o json"),
      recorded("arp-csv", "arp Test-ER-Ckt -o csv"), recorded("arp-narrow", "arp Test-ER-Ckt", columns: 60),
      recorded("arp-at", "arp Test-ER-Ckt --at 2026-05-29T09:30:00Z"), recorded("arp-missing", "arp ckt-new"),
      recorded("arp-too-early", "arp Test-ER-Ckt --at 2020-01-01"),
      recorded("arp-no-peering", "arp Test-ER-Ckt --peering microsoft"), recorded("arp-which", "arp"),
      recorded("arp-unknown", "arp Test-ER-Ctk"),
      recorded("routes", "routes Test-ER-Ckt"), recorded("routes-diff", "routes Test-ER-Ckt --diff"),
      recorded("routes-diff-json", "routes Test-ER-Ckt --diff -o json"),
      recorded("routes-diff-csv", "routes Test-ER-Ckt --diff -o csv"),
      recorded("routes-tsv", "routes Test-ER-Ckt -o tsv"),
      recorded("routes-at", "routes Test-ER-Ckt --at 2026-05-29T09:30:00Z"),
      recorded("routes-not-found", "routes Test-ER-Ckt --peering public"),
      recorded("routes-both-times", "routes Test-ER-Ckt --at 2026-05-29 --before x"),
      recorded("stats", "stats Test-ER-Ckt"), recorded("stats-yaml", "stats Test-ER-Ckt -o yaml"),
      recorded("stats-csv", "stats Test-ER-Ckt -o csv"), recorded("stats-missing", "stats ckt-new"),
    ])
  func snapshots(_ scenario: Scenario) async throws { try await scenario.check(in: "expressroute") }

  @Test(
    "The guide's samples are read without a snapshot, and what isn't whole is refused",
    arguments: [
      pasted("guide-circuit", "peerings --table \(folder)/circuit.txt"),
      pasted("guide-peering", "peerings \(configuration)"),
      pasted("guide-no-peering", "peerings --table \(folder)/circuit.txt --table \(folder)/no-peering.txt"),
      pasted("guide-routes", "routes --primary \(folder)/routes.txt"),
      pasted("guide-routes-known", "routes --primary \(folder)/routes.txt \(configuration) -o json"),
      pasted("guide-not-found", "routes --primary \(folder)/not-found.txt"),
      pasted("guide-stats", "stats --table \(folder)/stats.txt"),
      pasted(
        "guide-arp", "arp --primary \(folder)/arp-primary.txt --secondary \(folder)/arp-secondary.txt \(configuration)"),
      pasted("elsewhere", "arp --primary \(folder)/arp-elsewhere.txt \(configuration)"),
      pasted("other-path", "arp --primary \(folder)/arp-secondary.txt \(configuration)"),
      pasted("other-circuit", "arp another --primary \(folder)/arp-primary.txt \(configuration)"),
      pasted("wrapped", "arp --primary \(folder)/arp-wrapped.txt"),
      pasted("cut", "routes --primary \(folder)/routes-cut.txt"),
      pasted("no-path", "routes --table \(folder)/routes.txt"),
      pasted("no-file", "arp --primary \(folder)/nothing.txt"),
      pasted("no-input", "arp"),
    ])
  func texts(_ scenario: Scenario) async throws { try await scenario.check(in: "expressroute") }

  @Test(
    "Files that are named after their call are read as its answers",
    arguments: [
      Scenario("files-arp", "expressroute arp ckt", fixture: "expressroute-files"),
      Scenario("files-routes", "expressroute routes", fixture: "expressroute-files"),
      Scenario("files-stats", "expressroute stats ckt", fixture: "expressroute-files"),
      Scenario(
        "files-rest",
        "rest --method POST --url /subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/ckt"
          + "/peerings/AzurePrivatePeering/arpTables/primary", fixture: "expressroute-files"),
    ])
  func files(_ scenario: Scenario) async throws { try await scenario.check(in: "expressroute") }

  @Test("A pasted table counts before the snapshot's, and comes from standard input too")
  func standardInput() async throws {
    let text = """
      Age InterfaceProperty IpAddress  MacAddress
      --- ----------------- ---------  ----------
        7 On-Prem           172.16.0.5 0200.0000.0007
      """
    let run = try await AzimuthRun(
      ["expressroute", "arp", "Test-ER-Ckt", "--secondary", "-", "-o", "csv"], fixture: "expressroute", input: text)
    #expect(run.code == 0)
    #expect(run.output.contains("secondary,7,On-Prem,172.16.0.5,0200.0000.0007"))
    #expect(run.output.contains("primary,65,On-Prem,172.16.0.1,02cf.2b02.c22b"))
  }

  @Test("An older snapshot is compared with, and the same one shows no change")
  func before() async throws {
    let run = try await AzimuthRun(
      ["expressroute", "routes", "Test-ER-Ckt", "--before", Paths.fixture("expressroute")], fixture: "expressroute")
    #expect(run.output.hasSuffix("Nothing changed.\n"))
    let other = try await AzimuthRun(
      ["expressroute", "routes", "Test-ER-Ckt", "--before", Paths.fixture("hub-and-spoke")], fixture: "expressroute")
    #expect(other.code == 3)
    #expect(other.error.contains("holds no observation of"))
  }

  @Test("Tables that are years apart are declared")
  func apart() async throws {
    let path =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/c/peerings/AzurePrivatePeering"
    let snapshot = """
      {"azimuth": 1, "observations": [
        {"method": "POST", "path": "\(path)/arpTables/primary", "response": {"value": []}, "observedAt": "2024-01-01T00:00:00Z"},
        {"method": "POST", "path": "\(path)/arpTables/secondary", "response": {"value": []}, "observedAt": "2026-01-01T00:00:00Z"}
      ]}
      """
    let run = try await AzimuthRun(
      ["expressroute", "arp", "c", "--snapshot", "-"], fixture: nil, input: snapshot)
    #expect(run.error.contains("warning: the tables are 731 days apart"))
  }
}
