import IPAddressing
import Migration
import ProbeRecords
import Testing

/// Every sample and table of the guide.
@Suite("Samples of the Azure Migrate guide")
struct GuideSamplesTests {
  static let discovery = "04b8c9c73f3d477e966c8d00f352889c-agent.cus.disc.privatelink.prod.migration.windowsazure.com"

  @Test("nslookup over a public endpoint: the vault's public name alone, and a public address")
  func publicReading() throws {
    let answers = NslookupOutput.answers(
      """
      c:\\ >nslookup contosokv.vault.azure.net

      Non-authoritative answer:
      Name:
      Address:  20.50.1.2
      Aliases:  contosokv.vault.azure.net
      """)
    let answer = try #require(answers.first)
    #expect(answers.count == 1)
    #expect(answer.name == "contosokv.vault.azure.net")
    #expect(answer.addresses == [try IPAddress("20.50.1.2")])
    let reading = NameReading(answer, listed: [try IPAddress("10.12.4.20")])
    #expect(reading.meaning == .publicAddress)
    #expect(reading.isRight == false)
  }

  @Test("nslookup over a private endpoint: the privatelink alias, and the address of the DNS settings")
  func privateReading() throws {
    let answers = NslookupOutput.answers(
      """
      c:\\ >nslookup your_vault_name.vault.azure.net

      Non-authoritative answer:
      Name:
      Address:  10.12.4.20 (private IP address)
      Aliases:  your_vault_name.vault.azure.net
                your_vault_name.privatelink.vaultcore.azure.net
      """)
    let answer = try #require(answers.first)
    #expect(answer.names == ["your_vault_name.vault.azure.net", "your_vault_name.privatelink.vaultcore.azure.net"])
    #expect(NameReading(answer, listed: [try IPAddress("10.12.4.20")]).meaning == .privateExpected)
    #expect(NameReading(answer, listed: [try IPAddress("10.12.4.21")]).meaning == .privateUnexpected)
  }

  @Test("nslookup of the discovery service: a public-looking alias beside a private address is right")
  func discoveryReading() throws {
    let answers = NslookupOutput.answers(
      """
      nslookup \(Self.discovery)

      Non-authoritative answer:
      Name:
      Address:  10.12.4.23 (private IP address)
      Aliases:  \(Self.discovery)
                prod.cus.discoverysrv.windowsazure.com
      """)
    let answer = try #require(answers.first)
    #expect(answer.names == [Self.discovery, "prod.cus.discoverysrv.windowsazure.com"])
    #expect(NameReading(answer, listed: [try IPAddress("10.12.4.23")]).meaning == .privateExpected)
  }

  @Test("Real windows print the server first and the last name of the chain; several runs follow each other")
  func windows() throws {
    let answers = NslookupOutput.answers(
      """
      C:\\Users\\ann>nslookup contosost.blob.core.windows.net
      Server:  dc1.contoso.com
      Address:  10.0.0.4

      Non-authoritative answer:
      Name:    contosost.privatelink.blob.core.windows.net
      Address:  10.1.0.5
      Aliases:  contosost.blob.core.windows.net

      C:\\Users\\ann>nslookup nobody.vault.azure.net
      Server:  dc1.contoso.com
      Address:  10.0.0.4

      *** dc1.contoso.com can't find nobody.vault.azure.net: Non-existent domain

      C:\\Users\\ann>nslookup slow.vault.azure.net
      DNS request timed out.
          timeout was 2 seconds.
      Server:  UnKnown
      Address:  10.0.0.9

      *** Request to UnKnown timed-out
      """)
    #expect(
      answers.map(\.name) == ["contosost.blob.core.windows.net", "nobody.vault.azure.net", "slow.vault.azure.net"])
    #expect(answers.map(\.outcome) == [.answered, .nonexistentDomain, .timeout])
    #expect(answers[0].names == ["contosost.blob.core.windows.net", "contosost.privatelink.blob.core.windows.net"])
    #expect(answers[0].addresses == [try IPAddress("10.1.0.5")])
    #expect(answers[0].server == (try IPAddress("10.0.0.4")))
  }

  @Test("Other text is no answer of nslookup", arguments: ["", "hello", "Server: x\nAddress: 10.0.0.4", "{}"])
  func noAnswer(_ text: String) { #expect(NslookupOutput.answers(text).isEmpty) }

  @Test(
    "The guide's table: each name belongs to its service and its zone",
    arguments: [
      (
        "x.cus.disc.privatelink.prod.migration.windowsazure.com", MigrateEndpointKind.Purpose.discovery,
        "privatelink.prod.migration.windowsazure.com", "x.cus.disc"
      ),
      (
        "x.cus.asm.privatelink.prod.migration.windowsazure.com", .assessment,
        "privatelink.prod.migration.windowsazure.com",
        "x.cus.asm"
      ),
      (
        "x-isv.cus.hub.privatelink.prod.migration.windowsazure.com", .hub,
        "privatelink.prod.migration.windowsazure.com",
        "x-isv.cus.hub"
      ),
      ("kv.vault.azure.net", .keyVault, "privatelink.vaultcore.azure.net", "kv"),
      ("kv.privatelink.vaultcore.azure.net", .keyVault, "privatelink.vaultcore.azure.net", "kv"),
      ("st.blob.core.windows.net", .storage, "privatelink.blob.core.windows.net", "st"),
      (
        "v-asr-pod01-rcm1.cus.privatelink.siterecovery.windowsazure.com", .recoveryServices,
        "privatelink.siterecovery.windowsazure.com", "v-asr-pod01-rcm1.cus"
      ),
    ])
  func families(_ name: String, _ purpose: MigrateEndpointKind.Purpose, _ zone: String, _ record: String) throws {
    let kind = try #require(MigrateEndpointKind.of(name: name, in: .public))
    #expect(kind.purpose == purpose)
    #expect(kind.zone == zone)
    #expect(kind.recordName(of: name) == record)
  }

  @Test("The table's own misprint, and names of other clouds, belong to nobody here")
  func misprint() {
    for name in ["x.disc.privatelink.test.migration.windowsazure.com", "kv.vault.usgovcloudapi.net", "vault.azure.net"]
    {
      #expect(MigrateEndpointKind.of(name: name, in: .public) == nil)
    }
    #expect(MigrateEndpointKind.of(name: "kv.vault.usgovcloudapi.net", in: .government)?.purpose == .keyVault)
    #expect(MigrateEndpointKind.of(name: "kv.vault.azure.cn", in: .china)?.purpose == .keyVault)
  }

  @Test("The guide's public URLs are all there, required or optional as it says")
  func publicURLs() {
    let required = [
      "*.portal.azure.com", "*.windows.net", "*.msftauth.net", "*.msauth.net", "*.microsoft.com", "*.live.com",
      "*.office.com", "*.microsoftonline.com", "*.microsoftonline-p.com", "management.azure.com",
      "download.microsoft.com/download",
    ]
    let all = MigratePublicURL.all(in: .public)
    #expect(all.filter(\.isRequired).map(\.pattern) == required)
    for optional in ["*.services.visualstudio.com", "aka.ms/*"] {
      #expect(all.first { $0.pattern == optional }?.isRequired == false)
    }
    #expect(all.filter(\.isRequired).allSatisfy { $0.probe.map { !$0.contains("*") } == true })
    #expect(MigratePublicURL.all(in: .government).contains { $0.pattern == "login.microsoftonline.us" })
    #expect(MigratePublicURL.all(in: .china).contains { $0.pattern == "management.chinacloudapi.cn" })
    for cloud in MigrateCloud.allCases {
      for url in MigratePublicURL.all(in: cloud) {
        if let probe = url.probe { #expect(url.covers(probe), "\(url.pattern) doesn't cover \(probe)") }
      }
    }
  }

  @Test(
    "The two errors are read from their codes and from their messages",
    arguments: [
      ("ForbiddenToAccessKeyVault", MigrateErrorMessage.Code.forbiddenToAccessKeyVault, nil, [] as [String], nil),
      (
        "Azure Key Vault create or update operation failed for <_KeyVaultName_> due to the error <_ErrorMessage_>",
        .forbiddenToAccessKeyVault, "keyvaultname", [], nil
      ),
      (
        "Azure Key Vault create or update operation failed for contosokv4711 due to the error Operation returned an invalid"
          + " status code 'Forbidden', innererror ForbiddenByRbac",
        .forbiddenToAccessKeyVault, "contosokv4711", [], MigrateErrorMessage.Family.permission
      ),
      (
        "Azure Key Vault create or update operation failed for contosokv4711 due to the error Public network access is"
          + " disabled and request is not from a trusted service nor via an approved private link.",
        .forbiddenToAccessKeyVault, "contosokv4711", [], .connectivity
      ),
      (
        "The appliance could not initiate discovery as the on-premises agent is unable to communicate to the Azure Migrate"
          + " service endpoint: https://\(discovery)/ in Azure.",
        .agentNotConnected, nil, [discovery], nil
      ),
      ("AgentNotConnected", .agentNotConnected, nil, [], nil),
    ] as [(String, MigrateErrorMessage.Code, String?, [String], MigrateErrorMessage.Family?)])
  func errors(
    _ text: String, _ code: MigrateErrorMessage.Code, _ vault: String?, _ hosts: [String],
    _ family: MigrateErrorMessage.Family?
  ) throws {
    let message = try #require(MigrateErrorMessage(text))
    #expect(message.code == code)
    #expect(message.vault == vault)
    #expect(message.hosts == hosts)
    #expect(message.family == family)
  }

  @Test("Other errors are none of the two", arguments: ["", "504 gateway timeout", "Forbidden"])
  func otherErrors(_ text: String) { #expect(MigrateErrorMessage(text) == nil) }

  @Test("Hosts lines have the public names of vault and storage, and the services' own")
  func hosts() throws {
    let entries: [(name: String, addresses: [IPAddress])] = [
      (Self.discovery, [try IPAddress("10.12.4.23")]),
      ("kv.privatelink.vaultcore.azure.net", [try IPAddress("10.12.4.20")]),
      ("kv.vault.azure.net", [try IPAddress("10.12.4.20")]),
      ("st.blob.core.windows.net", [try IPAddress("10.12.4.21"), try IPAddress("fd00::21")]),
    ]
    #expect(
      HostsFile.lines(entries, in: .public) == [
        "10.12.4.23\t\(Self.discovery)", "10.12.4.20\tkv.vault.azure.net", "10.12.4.21\tst.blob.core.windows.net",
        "fd00::21\tst.blob.core.windows.net",
      ])
  }
}
