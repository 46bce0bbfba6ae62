import Testing

@Suite("azimuth snapshot info")
struct SnapshotInfoCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("whole", "snapshot info"),
      Scenario("whole-json", "snapshot info -o json"),
      Scenario("csv", "snapshot info -o csv"),
      Scenario("faulty", "snapshot info", fixture: "faulty"),
      Scenario("faulty-json", "snapshot info -o json", fixture: "faulty"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "snapshot-info") }

  @Test("A snapshot comes from standard input")
  func standardInput() async throws {
    let run = try await AzimuthRun(["snapshot", "info", "--snapshot", "-", "-o", "tsv"], input: "[]")
    #expect(run.code == 0)
    #expect(run.output == "")
  }
}
