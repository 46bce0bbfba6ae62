import Testing

@Suite("azimuth expressroute verify")
struct ExpressRouteVerifyCommandTests {
  /// The shipped example: er-frankfurt's secondary link isn't connected, er-amsterdam is healthy.
  private static let example = "../../Examples/expressroute"

  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("faulty", "expressroute verify er-frankfurt", fixture: example),
      Scenario("healthy", "expressroute verify er-amsterdam", fixture: example),
      Scenario("healthy", "expressroute verify er-amsterdam -o json", fixture: example),
      Scenario("faulty-json", "expressroute verify er-frankfurt -o json", fixture: example),
      Scenario("csv", "expressroute verify er-frankfurt -o csv", fixture: example),
      Scenario("model", "expressroute verify er-frankfurt --model ipvpn", fixture: example, columns: 80),
      Scenario("several", "expressroute verify", fixture: example),
      Scenario("unknown-name", "expressroute verify er-frankfrt", fixture: example),
      Scenario("no-circuit", "expressroute verify"),
      Scenario("path-ends-at-the-circuit", "diagnose web-1 172.20.1.10:443", fixture: example),
      Scenario("path-over-one-link", "diagnose web-1 192.168.1.10:443", fixture: example),
      Scenario("path-over-a-healthy-circuit", "diagnose db-1 172.20.1.10:443", fixture: example),
      Scenario("packet-counts", "expressroute interpret Examples/expressroute/packet-counts.txt", fixture: example),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "expressroute-verify") }

  @Test("The chain is drawn with the fault in it")
  func drawn() async throws {
    let run = try await AzimuthRun(
      ["expressroute", "verify", "er-frankfurt", "-o", "svg"], fixture: Self.example,
      environment: ["PATH": "/usr/bin:/bin"])
    guard run.code == 1 else {
      #expect(run.error.contains("Graphviz"))
      return
    }
    #expect(run.output.contains("<svg") && run.output.contains("secondary"))
    for point in 1...7 { #expect(run.output.contains(">\(point) ")) }
  }
}
