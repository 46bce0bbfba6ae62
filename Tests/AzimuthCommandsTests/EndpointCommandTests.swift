import Testing

@Suite("azimuth endpoint")
struct EndpointCommandTests {
  static let example = ResolveCommandTests.example
  static let dns = ResolveCommandTests.dns

  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("list", "endpoint list", fixture: example),
      Scenario("list-json", "endpoint list -g migrate -o json", fixture: example),
      Scenario("list-csv", "endpoint list -o csv", fixture: example),
      Scenario("list-none", "endpoint list -g nowhere", fixture: example),
      Scenario("verify-everywhere", "endpoint verify pe-vault \(dns)", fixture: example),
      Scenario("verify-healthy", "endpoint verify pe-vault --from appliance-1", fixture: example),
      Scenario("verify-storage", "endpoint verify pe-storage --from app-1", fixture: example),
      Scenario("verify-discovery", "endpoint verify pe-discovery --from appliance-1", fixture: example),
      Scenario("verify-json", "endpoint verify pe-vault --from appliance-1 -o json", fixture: example),
      Scenario("verify-faulty-json", "endpoint verify pe-vault --from app-1 -o json", fixture: example),
      Scenario("verify-on-premises", "endpoint verify pe-vault --from onpremises \(dns)", fixture: example),
      Scenario("verify-on-premises-unknown", "endpoint verify pe-vault --from onpremises", fixture: example),
      Scenario("verify-undescribed", "endpoint verify pe-vault --from ops-1", fixture: example),
      Scenario("verify-unknown-endpoint", "endpoint verify pe-nothing", fixture: example),
      Scenario("verify-not-an-endpoint", "endpoint verify app-1", fixture: example),
      Scenario("verify-name-as-asker", "endpoint verify pe-vault --from www.contoso.com", fixture: example),
      Scenario("diagnose-name", "diagnose app-1 contoso-kv.vault.azure.net:443", fixture: example),
      Scenario("diagnose-name-private", "diagnose appliance-1 contoso-kv.vault.azure.net:443", fixture: example),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "endpoint") }
}
