import AzureResources
import Routing
import Findings
import IPAddressing
import JSONDocument
import Migration
import ProbeRecords
import Testing

/// The two errors of the guide, walked with evidence: each planted cause is the one that is named.
@Suite("The errors of the Azure Migrate guide")
struct ErrorWalkTests {
  private static func lab(_ error: String, account: String? = MigrateLab.account) throws -> MigrateLab {
    var lab = try MigrateLab()
    lab.question.error = MigrateErrorMessage(error)
    lab.question.accounts = account.map { [$0] } ?? []
    return lab
  }

  /// Probes of the vault that went well.
  private static func wellProbed(_ lab: inout MigrateLab, _ names: [(String, String)]) throws {
    lab.question.probes = lab.question.probes.adding(
      names: try names.map { try MigrateLab.answer($0.0, $0.1) },
      connections: try names.map {
        ObservedConnection(host: $0.0, port: 443, address: try IPAddress($0.1), outcome: "open")
      },
      handshakes: names.map { ObservedHandshake(host: $0.0, port: 443, outcome: "trusted") })
  }

  private static let forbidden = "ForbiddenToAccessKeyVault"

  @Test("ForbiddenToAccessKeyVault: nothing stands in the way, and every step has its evidence")
  func vaultHealthy() throws {
    var lab = try Self.lab(Self.forbidden)
    try Self.wellProbed(&lab, [(MigrateLab.vault, "10.12.4.20")])
    let answer = try lab.verify()
    #expect(answer.verdict == .healthy, "\(answer.checks.filter { $0.status != .pass })")
    let passed = answer.checks.filter { $0.status == .pass }.map(\.code)
    #expect(
      passed == [
        .migrateAccountRole, .migrateVaultPermission, .migrateEndpointNotApproved, .migratePathBlocked,
        .migrateZoneMissing, .migrateZoneNotLinked, .migrateRecordWrong, .migrateNameUnresolved, .probedNameWrong,
        .probedPortClosed, .probedCertificateWrong, .migrateVaultNetwork,
      ])
  }

  struct Plant: Sendable, CustomTestStringConvertible {
    let source: String
    let code: CheckCode
    let words: String
    var account: String? = MigrateLab.account
    var error = ErrorWalkTests.forbidden
    let plant: @Sendable (inout MigrateLab) throws -> Void
    var testDescription: String { source }
  }

  static let vaultPlants: [Plant] = [
    Plant(
      source: "step 1: only Contributor of a group", code: .migrateAccountRole, words: "only at",
      account: "77777777-7777-7777-7777-777777777777"
    ) { _ in },
    Plant(
      source: "step 1: no role at all", code: .migrateAccountRole, words: "isn't Contributor",
      account: "88888888-8888-8888-8888-888888888888"
    ) { _ in },
    Plant(source: "step 2: no access policy", code: .migrateVaultPermission, words: "no access policy") { lab in
      lab.set("/vaults/contosokv4711", "accessPolicies", [])
    },
    Plant(source: "step 2: a policy without rights on secrets", code: .migrateVaultPermission, words: "lacks rights") {
      lab in
      lab.set(
        "/vaults/contosokv4711", "accessPolicies",
        [["objectId": .string(MigrateLab.account), "permissions": ["secrets": ["Get"], "certificates": ["All"]]]])
    },
    Plant(source: "step 2: roles, and none for data", code: .migrateVaultPermission, words: "asks roles") { lab in
      lab.set("/vaults/contosokv4711", "enableRbacAuthorization", true)
    },
    Plant(source: "step 3: the vault's endpoint is Pending", code: .migrateEndpointNotApproved, words: "Pending") {
      $0.setState("pe-vault", "Pending")
    },
    Plant(source: "step 3: the vault has no endpoint", code: .migrateEndpointMissing, words: "contosokv4711") {
      $0.remove("/privateEndpoints/pe-vault")
    },
    Plant(source: "step 5: the record is old", code: .migrateRecordWrong, words: "10.12.4.99") { lab in
      lab.set("/A/contosokv4711", "aRecords", [["ipv4Address": "10.12.4.99"]])
    },
    Plant(source: "step 6: the port doesn't open", code: .probedPortClosed, words: "doesn't open") { lab in
      lab.question.probes = ProbeRecords().adding(connections: [
        ObservedConnection(host: MigrateLab.vault, port: 443, address: try IPAddress("10.12.4.20"), outcome: "timeout")
      ])
    },
    Plant(source: "step 7: through the proxy", code: .migrateProxyNotBypassed, words: "would go through") { lab in
      lab.question.proxy = "http://10.0.0.10:3128"
    },
    Plant(source: "step 8: an inspecting proxy", code: .probedCertificateWrong, words: "CN=proxy") { lab in
      lab.question.probes = ProbeRecords().adding(handshakes: [
        ObservedHandshake(host: MigrateLab.vault, port: 443, outcome: "untrusted", issuer: "CN=proxy")
      ])
    },
  ]

  @Test("ForbiddenToAccessKeyVault: each step's fault, planted alone, is the cause", arguments: vaultPlants)
  func vaultFaults(_ plant: Plant) throws {
    var lab = try Self.lab(plant.error, account: plant.account)
    try plant.plant(&lab)
    let answer = try lab.verify()
    #expect(answer.verdict == .faulty)
    #expect(answer.cause?.code == plant.code, "\(answer.checks.filter { $0.status == .fail })")
    #expect(answer.cause?.summary.contains(plant.words) == true, "\(answer.cause?.summary ?? "")")
  }

  @Test("The message's own reason leaves out the other family of causes")
  func families() throws {
    let lead = "Azure Key Vault create or update operation failed for contosokv4711 due to the error "
    var rights = try Self.lab(lead + "ForbiddenByPolicy")
    rights.set("/vaults/contosokv4711", "accessPolicies", [])
    rights.setState("pe-vault", "Pending")
    let first = try rights.verify()
    #expect(first.cause?.code == .migrateVaultPermission)
    #expect(!first.checks.contains { $0.code == .migrateEndpointNotApproved })
    #expect(first.checks.last?.status == .skipped)

    var network = try Self.lab(lead + "ForbiddenByConnection")
    network.set("/vaults/contosokv4711", "accessPolicies", [])
    network.setState("pe-vault", "Pending")
    let second = try network.verify()
    #expect(second.cause?.code == .migrateEndpointNotApproved)
    #expect(!second.checks.contains { $0.code == .migrateVaultPermission })
  }

  @Test("Without the account's id its rights are unknown, and the answer says how to name it")
  func noAccount() throws {
    let answer = try Self.lab(Self.forbidden, account: nil).verify()
    #expect(answer.verdict == .indeterminate)
    #expect(answer.checks.contains { $0.code == .migrateAccountRole && $0.summary.contains("--account") })
  }

  @Test("Recorded role assignments count as resources do")
  func recordedRoles() throws {
    var lab = try Self.lab(Self.forbidden, account: "99999999-9999-9999-9999-999999999999")
    lab.set(
      "/vaults/contosokv4711", "accessPolicies",
      [
        [
          "objectId": "99999999-9999-9999-9999-999999999999",
          "permissions": ["secrets": ["all"], "certificates": ["all"]],
        ]
      ])
    lab.observe([
      "method": "GET", "status": 200,
      "path": "/subscriptions/44444444-4444-4444-4444-444444444444/providers/Microsoft.Authorization/roleAssignments",
      "response": [
        "value": [
          [
            "properties": [
              "principalId": "99999999-9999-9999-9999-999999999999",
              "roleDefinitionId":
                "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
              "scope": "/",
            ]
          ]
        ]
      ],
    ])
    let answer = try lab.verify()
    #expect(
      answer.checks.contains { $0.code == .migrateAccountRole && $0.status == .pass && $0.summary.contains("Owner") })
  }

  private static func agent(_ host: String) -> String {
    "The appliance could not initiate discovery as the on-premises agent is unable to communicate to the Azure Migrate"
      + " service endpoint: https://\(host) in Azure."
  }

  @Test("AgentNotConnected: the URL of the message is classified, and its own fault comes first")
  func agentFaults() throws {
    var lab = try Self.lab(Self.agent(MigrateLab.discovery))
    lab.question.probes = ProbeRecords().adding(names: [
      try MigrateLab.answer(MigrateLab.blob, nil, .nonexistentDomain),
      try MigrateLab.answer(MigrateLab.discovery, nil, .nonexistentDomain),
    ])
    let answer = try lab.verify()
    #expect(answer.checks.first?.summary.contains("discovery service") == true)
    #expect(answer.cause?.code == .probedNameWrong)
    #expect(answer.cause?.summary.hasPrefix(MigrateLab.discovery) == true)
  }

  @Test("AgentNotConnected about a public URL is a matter of the way out alone")
  func agentPublic() throws {
    var lab = try Self.lab(Self.agent("management.azure.com"))
    lab.setState("pe-discovery", "Pending")
    lab.question.probes = ProbeRecords().adding(connections: [
      ObservedConnection(
        host: "management.azure.com", port: 443, address: nil, proxy: "http://10.0.0.10:3128", outcome: "proxyRefused",
        error: "the proxy 10.0.0.10:3128 refuses the target (403 Forbidden)")
    ])
    let answer = try lab.verify()
    #expect(answer.cause?.code == .migratePublicURL)
    #expect(answer.cause?.summary.contains("403") == true)
    #expect(!answer.checks.contains { $0.code == .migrateEndpointNotApproved })
  }

  @Test("AgentNotConnected: an endpoint that isn't approved, and a zone that isn't linked, are found")
  func agentConfiguration() throws {
    var lab = try Self.lab("AgentNotConnected")
    lab.setState("pe-discovery", "Pending")
    #expect(try lab.verify().cause?.code == .migrateEndpointNotApproved)
    lab.setState("pe-discovery", "Approved")
    lab.remove("privatelink.prod.migration.windowsazure.com/virtualNetworkLinks/migrate-link")
    #expect(try lab.verify().cause?.code == .migrateZoneNotLinked)
  }
}
