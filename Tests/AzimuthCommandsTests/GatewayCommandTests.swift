import Testing

@Suite("azimuth gateway")
struct GatewayCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("list", "gateway list"),
      Scenario("list-json", "gateway list -o json"),
      Scenario("list-csv", "gateway list -o csv"),
      Scenario("list-none", "gateway list -g nowhere"),
      Scenario("verify", "gateway verify hub-vpn"),
      Scenario("verify-json", "gateway verify hub-vpn -o json"),
      Scenario("verify-prefix", "gateway verify hub-vpn --prefix 192.168.10.0/25 --prefix 172.20.0.0/16"),
      Scenario("no-gateway", "gateway verify web-1"),
      Scenario("unknown", "gateway verify hub-vnp"),
      Scenario("bad-prefix", "gateway verify hub-vpn --prefix 192.168.10.1/24"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "gateway") }
}
