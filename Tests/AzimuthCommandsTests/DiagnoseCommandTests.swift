import Testing

@Suite("azimuth diagnose")
struct DiagnoseCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("stopped-destination", "diagnose web-1 sql-1:1433"),
      Scenario("stopped-destination-json", "diagnose web-1 sql-1:1433 -o json"),
      Scenario("even-if-stopped", "diagnose web-1 sql-1:1433 --even-if-stopped"),
      Scenario("learned-routes-missing", "diagnose web-1 10.3.0.4"),
      Scenario("on-premises", "diagnose jump onpremises:22"),
      Scenario("from-on-premises", "diagnose 192.168.10.9 jump:22 -o yaml"),
      Scenario("user-route-drops", "diagnose 10.1.0.4 10.0.2.200 -o json"),
      Scenario("private-endpoint", "diagnose jump sql-pe:1433"),
      Scenario("internet", "diagnose jump internet:443 -o csv"),
      Scenario("icmp", "diagnose jump nva-x --protocol icmp"),
      Scenario("screen", "diagnose web-1 sql-1:1433", columns: 80),
      Scenario("wide-screen", "diagnose web-1 sql-1:1433", columns: 140),
      Scenario("bad-port", "diagnose jump sql-1:99999"),
      Scenario("source-port", "diagnose jump:1 sql-1"),
      Scenario("icmp-port", "diagnose jump sql-1:80 --protocol icmp"),
      Scenario("outside", "diagnose 10.77.0.1 jump"),
      Scenario("not-an-end", "diagnose web-routes jump"),
      Scenario("name", "diagnose jump www.example.com:443"),
      Scenario("name-json", "diagnose jump www.example.com:443 -o json"),
      Scenario("name-as-source", "diagnose www.example.com jump"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "diagnose") }

  @Test(
    "The exit code is the verdict's",
    arguments: [("sql-1", Int32(1)), ("nva-1", 3), ("10.3.0.4", 5), ("www.example.com", 5)])
  func code(_ destination: String, _ code: Int32) async throws {
    #expect(try await AzimuthRun(["diagnose", "web-1", destination, "-o", "none"]).code == code)
  }
}
