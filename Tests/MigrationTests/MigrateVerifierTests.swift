import AzureResources
import Routing
import Findings
import IPAddressing
import JSONDocument
import Migration
import ProbeRecords
import Testing

/// The guide step by step: each fault planted alone, found, and named first.
@Suite("Azure Migrate with private endpoints")
struct MigrateVerifierTests {
  @Test("A project in which all is right is healthy, every step looked at")
  func healthy() throws {
    let answer = try MigrateLab().verify()
    #expect(answer.verdict == .healthy, "\(answer.checks.filter { $0.status != .pass })")
    #expect(answer.cause == nil)
    let codes = Set(answer.checks.filter { $0.status == .pass }.map(\.code))
    #expect(
      codes == [
        .migrateEndpointNotApproved, .migrateEndpointElsewhere, .migrateNoDataFlow, .migrateZoneMissing,
        .migrateZoneNotLinked, .migrateRecordWrong, .migrateNameUnresolved, .migratePathBlocked,
      ])
    #expect(answer.resource.name == "contoso-migrate")
  }

  @Test("The example's own fault is the storage account's old record")
  func example() throws {
    let answer = try MigrateLab(repaired: false).verify()
    #expect(answer.verdict == .faulty)
    #expect(answer.cause?.code == .migrateRecordWrong)
    #expect(answer.cause?.summary.contains("10.12.4.9") == true)
    #expect(answer.cause?.remedy.commands.count == 2)
  }

  struct Plant: Sendable, CustomTestStringConvertible {
    let source: String
    let code: CheckCode
    let words: String
    let plant: @Sendable (inout MigrateLab) throws -> Void
    var testDescription: String { source }
  }

  static let plants: [Plant] = [
    Plant(source: "guide, 3b: Pending", code: .migrateEndpointNotApproved, words: "is Pending") {
      $0.setState("pe-discovery", "Pending")
    },
    Plant(source: "Rejected", code: .migrateEndpointNotApproved, words: "is Rejected") {
      $0.setState("pe-vault", "Rejected")
    },
    Plant(source: "Disconnected", code: .migrateEndpointNotApproved, words: "is Disconnected") {
      $0.setState("pe-hub", "Disconnected")
    },
    Plant(source: "an endpoint is missing", code: .migrateEndpointMissing, words: "discovery service") { lab in
      lab.remove("/privateEndpoints/pe-discovery")
    },
    Plant(source: "guide, 3c: another network", code: .migrateEndpointElsewhere, words: "is in network other-vnet") {
      lab in
      lab.set(
        "/solutions/Servers-Discovery-ServerDiscovery", "details",
        [
          "extendedDetails": [
            "privateEndpointDetails":
              "{\"subnetId\": \"/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/right-vnet/subnets/a\"}"
          ]
        ])
      lab.set(
        "/privateEndpoints/pe-discovery", "subnet",
        [
          "id": "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/other-vnet/subnets/a"
        ])
    },
    Plant(source: "guide: zone missing", code: .migrateZoneMissing, words: "privatelink.vaultcore.azure.net") { lab in
      lab.remove("/privateDnsZones/privatelink.vaultcore.azure.net")
      lab.remove("privatelink.vaultcore.azure.net/virtualNetworkLinks/migrate-link")
      lab.remove("privatelink.vaultcore.azure.net/A/contosokv4711")
    },
    Plant(source: "guide: zone not linked", code: .migrateZoneNotLinked, words: "to no network") { lab in
      lab.remove("privatelink.prod.migration.windowsazure.com/virtualNetworkLinks/migrate-link")
    },
    Plant(source: "guide: zone linked to the wrong network", code: .migrateZoneNotLinked, words: "only to elsewhere") {
      lab in
      lab.set(
        "privatelink.blob.core.windows.net/virtualNetworkLinks/migrate-link", "virtualNetwork",
        ["id": "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/elsewhere"])
    },
    Plant(source: "guide: no A record", code: .migrateRecordWrong, words: "has no A record") { lab in
      lab.remove("/A/contosokv4711")
      lab.set("/privateDnsZones/privatelink.vaultcore.azure.net", "numberOfRecordSets", 1)
    },
    Plant(source: "guide: A record with the wrong address", code: .migrateRecordWrong, words: "10.12.4.99") { lab in
      lab.set("/A/contosokv4711", "aRecords", [["ipv4Address": "10.12.4.99"]])
    },
    Plant(source: "guide: routes and filters", code: .migratePathBlocked, words: "nothing gets from the appliance") {
      lab in
      lab.set("/networkInterfaces/appliance-1-nic", "networkSecurityGroup", ["id": .string(MigrateVerifierTests.group)])
      lab.add(
        MigrateVerifierTests.group, "securityRules",
        [
          [
            "name": "no-https",
            "properties": [
              "priority": 100, "direction": "Outbound", "access": "Deny", "protocol": "Tcp", "sourcePortRange": "*",
              "destinationPortRange": "443", "sourceAddressPrefix": "*", "destinationAddressPrefix": "*",
            ],
          ]
        ])
    },
    Plant(source: "the probe got a public address", code: .probedNameWrong, words: "20.50.1.2") { lab in
      lab.question.probes = lab.question.probes.adding(names: [
        try MigrateLab.answer(
          MigrateLab.vault, "20.50.1.2",
          aliases: ["contosokv4711.privatelink.vaultcore.azure.net", "data-prod-cus.vaultcore.azure.net"])
      ])
    },
    Plant(source: "D.8: NXDOMAIN", code: .probedNameWrong, words: "doesn't exist") { lab in
      lab.question.probes = lab.question.probes.adding(names: [
        try MigrateLab.answer(MigrateLab.discovery, nil, .nonexistentDomain)
      ])
    },
    Plant(source: "D.8: another private address", code: .probedNameWrong, words: "10.12.4.77") { lab in
      lab.question.probes = lab.question.probes.adding(names: [
        try MigrateLab.answer(MigrateLab.discovery, "10.12.4.77")
      ])
    },
    Plant(source: "D.8: right address, timeout", code: .probedPortClosed, words: "doesn't open at 10.12.4.20") { lab in
      lab.question.probes = lab.question.probes.adding(
        names: [try MigrateLab.answer(MigrateLab.vault, "10.12.4.20")],
        connections: [
          ObservedConnection(
            host: MigrateLab.vault, port: 443, address: try IPAddress("10.12.4.20"), outcome: "timeout",
            error: "no answer in time")
        ])
    },
    Plant(source: "D.8: TLS issuer unknown", code: .probedCertificateWrong, words: "CN=proxy") { lab in
      lab.question.probes = lab.question.probes.adding(handshakes: [
        ObservedHandshake(
          host: MigrateLab.vault, port: 443, outcome: "untrusted", error: "the certificate isn't trusted",
          certificateNames: ["*.vault.azure.net"], issuer: "CN=proxy")
      ])
    },
    Plant(source: "D.6: a name isn't on the bypass list", code: .migrateProxyNotBypassed, words: MigrateLab.discovery) {
      lab in
      lab.question.proxy = "http://10.0.0.10:3128"
      lab.question.bypass = ProxyBypass("*.vault.azure.net;contosost4711usa.blob.core.windows.net")
    },
    Plant(source: "guide: a public URL", code: .migratePublicURL, words: "management.azure.com") { lab in
      lab.question.probes = lab.question.probes.adding(connections: [
        ObservedConnection(
          host: "management.azure.com", port: 443, address: try IPAddress("20.1.2.3"), outcome: "timeout")
      ])
    },
  ]

  static let group =
    "/subscriptions/44444444-4444-4444-4444-444444444444/resourceGroups/migrate-rg/providers/Microsoft.Network/networkSecurityGroups/nsg"

  @Test("Each fault, planted alone, is the cause, with a remedy", arguments: plants)
  func faults(_ plant: Plant) throws {
    var lab = try MigrateLab()
    try plant.plant(&lab)
    let answer = try lab.verify()
    #expect(answer.verdict == .faulty)
    #expect(answer.cause?.code == plant.code, "\(answer.checks.filter { $0.status == .fail })")
    #expect(answer.cause?.summary.contains(plant.words) == true, "\(answer.cause?.summary ?? "")")
    #expect(answer.cause?.remedy.summary.isEmpty == false)
  }

  @Test("What probes at the appliance saw comes before what zones say: an answer that is right makes them warnings")
  func probesCount() throws {
    var lab = try MigrateLab(repaired: false)
    lab.question.probes = ProbeRecords().adding(names: [try MigrateLab.answer(MigrateLab.blob, "10.12.4.21")])
    let answer = try lab.verify()
    #expect(answer.verdict == .healthy, "\(answer.checks.filter { $0.status == .fail })")
    #expect(answer.checks.contains { $0.code == .migrateRecordWrong && $0.status == .warning })
  }

  @Test(
    "Nothing that flows is a warning, whichever way", arguments: [(0, 0, "nothing flows"), (5, 0, "doesn't answer")])
  func metrics(_ received: Int, _ sent: Int, _ words: String) throws {
    var lab = try MigrateLab()
    func metric(_ name: String, _ total: Int) -> JSONValue {
      ["name": ["value": .string(name)], "timeseries": [["data": [["total": .integer(Int64(total))]]]]]
    }
    lab.observe([
      "method": "GET", "status": 200,
      "path":
        "/subscriptions/44444444-4444-4444-4444-444444444444/resourceGroups/migrate-rg/providers/Microsoft.Network/privateEndpoints/pe-vault/providers/Microsoft.Insights/metrics",
      "response": ["value": [metric("PEBytesIn", received), metric("PEBytesOut", sent)]],
    ])
    let check = try lab.verify().checks.first { $0.code == .migrateNoDataFlow && $0.status == .warning }
    #expect(check?.summary.contains(words) == true)
    #expect(check?.resource?.name == "pe-vault")
  }

  @Test("Without zones, endpoints or an appliance the answer is indeterminate, and says what is missing")
  func missing() throws {
    var lab = try MigrateLab()
    for suffix in ["migrate-link", "/A/contosokv4711", "/A/contosost4711usa"] { lab.remove(suffix) }
    for zone in ["prod.migration.windowsazure.com", "vaultcore.azure.net", "blob.core.windows.net"] {
      lab.remove("/privateDnsZones/privatelink.\(zone)")
    }
    let answer = try lab.verify(fromAppliance: false)
    #expect(answer.verdict == .indeterminate)
    #expect(answer.missing.contains { $0.summary.contains("private DNS zones") })
  }

  @Test("Names of the DNS settings are compared with the endpoints, and mistyped ones are told")
  func settings() throws {
    var lab = try MigrateLab()
    lab.question.settings = DNSSettings(
      """
      \(MigrateLab.vault) 10.12.4.20
      \(MigrateLab.blob) 10.12.4.9
      abc.hub.privatelink.test.migration.windowsazure.com 10.12.4.30
      """)
    let answer = try lab.verify()
    func status(_ code: CheckCode, _ words: String) -> Check.Status? {
      answer.checks.first { $0.code == code && $0.summary.contains(words) }?.status
    }
    #expect(status(.migrateListDiffers, MigrateLab.vault) == .pass)
    #expect(status(.migrateListDiffers, MigrateLab.blob) == .warning)
    #expect(status(.migrateNameMistyped, "privatelink.test.migration") == .warning)
  }

  @Test("On the appliance the portal's file and probes are enough")
  func fileAlone() throws {
    var question = MigrateQuestion()
    question.settings = DNSSettings("\(MigrateLab.vault) 10.12.4.20\n\(MigrateLab.discovery) 10.12.4.23\n")
    question.probes = ProbeRecords().adding(names: [
      try MigrateLab.answer(MigrateLab.vault, "10.12.4.20"), try MigrateLab.answer(MigrateLab.discovery, "10.12.4.23"),
    ])
    let estate = try MigrateLab.empty()
    let project = try MigrateProject(nil, in: .public, estate)
    var verifier = MigrateVerifier(project, question, estate)
    #expect(verifier.verify().verdict == .healthy)
    question.probes = question.probes.adding(names: [try MigrateLab.answer(MigrateLab.vault, "20.50.1.2")])
    verifier = MigrateVerifier(project, question, estate)
    let answer = verifier.verify()
    #expect(answer.cause?.code == .probedNameWrong)
    #expect(answer.cause?.remedy.summary.contains("forward vault.azure.net") == true)
  }

  @Test("Two projects are told apart by name only")
  func ambiguous() throws {
    var lab = try MigrateLab()
    lab.add(
      "/subscriptions/44444444-4444-4444-4444-444444444444/resourceGroups/other/providers/Microsoft.Migrate/migrateProjects/second",
      "publicNetworkAccess", "Enabled")
    let estate = try lab.estate()
    let error = #expect(throws: MigrateProjectError.self) { try MigrateProject(nil, in: .public, estate) }
    #expect(error?.candidates.map { String($0.name) } == ["contoso-migrate", "second"])
  }
}
