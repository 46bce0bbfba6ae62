import Testing

@Suite("azimuth audit")
struct AuditCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("whole", "audit"),
      Scenario("json", "audit -o json"),
      Scenario("csv", "audit -o csv"),
      Scenario("screen", "audit", columns: 80),
      Scenario("only", "audit --only azr509 --fail-on warning", fixture: "faulty"),
      Scenario("skip", "audit --skip AZR120 --skip AZR236 --skip AZR305 -o tsv"),
      Scenario("unknown-code", "audit --only AZR1O2"),
      Scenario("no-code", "audit --skip routing"),
      Scenario("sarif", "audit -o sarif --only AZR101 --only AZR302"),
      Scenario("junit", "audit -o junit --only AZR101 --only AZR302 --only AZR105"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "audit") }

  @Test(
    "The exit code says whether a finding is as severe as --fail-on",
    arguments: [("warning", Int32(1)), ("note", 1), ("never", 0)])
  func code(_ severity: String, _ code: Int32) async throws {
    let run = try await AzimuthRun(
      ["audit", "--fail-on", severity, "--only", "AZR509", "-o", "none"], fixture: "faulty")
    #expect(run.code == code)
  }

  @Test("Progress is shown on a terminal and leaves nothing behind")
  func progress() async throws {
    let run = try await AzimuthRun(["audit", "-o", "none"], columns: 80)
    #expect(run.error.contains("auditing: 100 %"))
    #expect(run.error.hasSuffix("\r\u{1b}[K"))
    #expect(try await AzimuthRun(["audit", "-o", "none"]).error.isEmpty)
  }
}
