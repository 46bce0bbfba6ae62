import Testing

@Suite("azimuth show")
struct ShowCommandTests {
  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("virtual-machine", "show web-1"),
      Scenario("stopped-machine", "show sql-1 -o json"),
      Scenario("nic", "show web-1-nic"),
      Scenario("unattached-nic", "show app-rg/spare -o json"),
      Scenario("endpoint-nic", "show sql-pe-nic -o yaml"),
      Scenario("network", "show virtualNetworks/data"),
      Scenario("network-json", "show virtualNetworks/hub -o json"),
      Scenario("subnet", "show web/endpoints"),
      Scenario("gateway-subnet", "show GatewaySubnet -o json"),
      Scenario("peering", "show hub-to-data"),
      Scenario("disconnected-peering", "show data-to-partner -o json"),
      Scenario("route-table", "show web-routes"),
      Scenario("route", "show web-routes/to-data -o json"),
      Scenario("security-group", "show web-nsg"),
      Scenario("gateway", "show hub-vpn"),
      Scenario("gateway-json", "show hub-vpn -o json"),
      Scenario("local-gateway", "show plant"),
      Scenario("connection", "show to-office -o json"),
      Scenario("public-ip", "show hub-vpn-ip"),
      Scenario("private-endpoint", "show sql-pe"),
      Scenario("other-kind", "show webdata"),
      Scenario("csv", "show nva -g net-rg --ids x"),
      Scenario("several", "show --ids @- -o csv", input: "jump\nto-plant\n"),
      Scenario("finding", "show nic-a", fixture: "faulty/snapshot.json"),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "show") }
}
