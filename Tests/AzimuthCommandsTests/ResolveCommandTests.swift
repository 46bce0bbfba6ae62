import Testing

@Suite("azimuth resolve")
struct ResolveCommandTests {
  /// The shipped example of private endpoints, with the guide's addresses.
  static let example = "../../Examples/private-endpoints"
  static let dns = "--dns Examples/private-endpoints/dns.json"
  static let discovery =
    "04b8c9c73f3d477e966c8d00f352889c-agent.cus.disc.privatelink.prod.migration.windowsazure.com"

  @Test(
    "Answers are those of the golden files",
    arguments: [
      Scenario("vault-private", "resolve contoso-kv.vault.azure.net --from appliance-1", fixture: example),
      Scenario("vault-public", "resolve contoso-kv.vault.azure.net --from app-1", fixture: example),
      Scenario("storage-private", "resolve contosodata.blob.core.windows.net --from app-1", fixture: example),
      Scenario("discovery-private", "resolve \(discovery) --from appliance-1", fixture: example),
      Scenario("discovery-missing", "resolve \(discovery) --from app-1", fixture: example),
      Scenario("json", "resolve contoso-kv.vault.azure.net --from appliance-1 -o json", fixture: example),
      Scenario("csv", "resolve contoso-kv.vault.azure.net --from appliance-1 -o csv", fixture: example),
      Scenario("undescribed-server", "resolve contoso-kv.vault.azure.net --from ops-1", fixture: example),
      Scenario("described-server", "resolve contoso-kv.vault.azure.net --from ops-1 \(dns)", fixture: example),
      Scenario("on-premises", "resolve contoso-kv.vault.azure.net --from onpremises \(dns)", fixture: example),
      Scenario(
        "on-premises-intranet", "resolve intranet.contoso.com --from onpremises \(dns) --type a", fixture: example),
      Scenario("internet", "resolve contoso-kv.vault.azure.net --from internet", fixture: example),
      Scenario("network", "resolve nothing.privatelink.vaultcore.azure.net --from migrate", fixture: example),
      Scenario("bad-name", "resolve a..b --from app-1", fixture: example),
      Scenario("bad-type", "resolve a.b --from app-1 --type MX", fixture: example),
      Scenario("no-source", "resolve a.b", fixture: example),
      Scenario("unknown-source", "resolve a.b --from app-2", fixture: example),
      Scenario("bad-file", "resolve a.b --from app-1 --dns Examples/private-endpoints/snapshot.json", fixture: example),
      Scenario("absent-file", "resolve a.b --from app-1 --dns nowhere.json", fixture: example),
    ])
  func golden(_ scenario: Scenario) async throws { try await scenario.check(in: "resolve") }
}
