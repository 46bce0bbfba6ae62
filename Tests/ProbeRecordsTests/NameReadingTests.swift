import AzureResources
import EstateFixtures
import IPAddressing
import JSONDocument
import ProbeRecords
import Testing

/// The readings of `dnsTcpTls` and of the guide's own samples.
@Suite("What an answer of DNS means")
struct NameReadingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let aliases: [String]
    var address: String?
    var outcome = ObservedName.Outcome.answered
    var listed: [String] = []
    let meaning: NameReading.Meaning
    let isRight: Bool?
    let source: String
    var testDescription: String { source }
  }

  static let vault = "kv1.vault.azure.net"
  static let alias = "kv1.privatelink.vaultcore.azure.net"
  static let discovery = "04b8c9c73f3d477e966c8d00f352889c-agent.cus.disc.privatelink.prod.migration.windowsazure.com"

  static let cases: [Case] = [
    Case(
      aliases: [vault, alias], address: "10.12.4.20", listed: ["10.12.4.20"], meaning: .privateExpected, isRight: true,
      source: "guide: nslookup of a key vault over a private endpoint"),
    Case(
      aliases: [vault], address: "20.50.1.2", listed: ["10.12.4.20"], meaning: .publicAddress, isRight: false,
      source: "guide: nslookup of a key vault over a public endpoint"),
    Case(
      aliases: [discovery, "prod.cus.discoverysrv.windowsazure.com"], address: "10.12.4.23", listed: ["10.12.4.23"],
      meaning: .privateExpected, isRight: true,
      source: "guide: the discovery service, with a public alias beside a private address"),
    Case(
      aliases: ["st1.blob.core.windows.net"], address: "10.1.0.5", listed: ["10.1.0.5"], meaning: .privateExpected,
      isRight: true, source: "guide: the storage account's address"),
    Case(
      aliases: [vault, alias, "data-prod-weu.vaultcore.azure.net"], address: "20.50.1.2",
      meaning: .publicByPrivatelinkAlias,
      isRight: false, source: "semantics C.5, second row"),
    Case(
      aliases: [vault, "data-prod-weu.vaultcore.azure.net"], address: "20.50.1.2", meaning: .publicAddress,
      isRight: nil,
      source: "semantics C.5, third row: nobody says that an endpoint exists"),
    Case(
      aliases: [vault, alias], outcome: .nonexistentDomain, meaning: .nonexistentBehindAlias, isRight: false,
      source: "semantics C.5, fourth row"),
    Case(
      aliases: [vault], address: "10.12.4.20", meaning: .privateUnverified, isRight: nil,
      source: "semantics C.5, fifth row"),
    Case(
      aliases: [vault], outcome: .nonexistentDomain, meaning: .nonexistentDomain, isRight: nil, source: "C.5, last row"),
    Case(
      aliases: [discovery], outcome: .nonexistentDomain, listed: ["10.12.4.23"], meaning: .nonexistentDomain,
      isRight: false, source: "semantics D.8: NXDOMAIN of a listed name"),
    Case(
      aliases: [vault, alias], address: "10.12.4.99", listed: ["10.12.4.20"], meaning: .privateUnexpected,
      isRight: false,
      source: "dnsTcpTls D-PRIV-WRONG"),
    Case(
      aliases: [vault, alias], address: "100.64.0.4", listed: ["100.64.0.4"], meaning: .privateExpected, isRight: true,
      source: "E.3: RFC 1918 isn't the test"),
    Case(
      aliases: [vault, alias], address: "203.0.113.5", listed: ["203.0.113.5"], meaning: .privateExpected,
      isRight: true,
      source: "E.3: a network may use public ranges"),
    Case(aliases: [vault], address: "127.0.0.1", meaning: .sinkhole, isRight: false, source: "E.3: filters of DNS"),
    Case(aliases: [vault], address: "0.0.0.0", meaning: .sinkhole, isRight: false, source: "E.3: filters of DNS"),
    Case(aliases: [vault], outcome: .noData, meaning: .noData, isRight: nil, source: "dnsTcpTls D-NODATA"),
    Case(
      aliases: [vault], outcome: .serverError, listed: ["10.0.0.4"], meaning: .serverError, isRight: nil,
      source: "D-SERVFAIL"),
    Case(
      aliases: [vault], outcome: .timeout, listed: ["10.0.0.4"], meaning: .timeout, isRight: nil, source: "D-TIMEOUT"),
  ]

  @Test("Each answer has its reading", arguments: cases)
  func readings(_ sample: Case) throws {
    let links = zip(sample.aliases, sample.aliases.dropFirst()).map {
      ObservedName.Link(name: $0, type: "CNAME", ttl: 900, value: $1)
    }
    let answer = ObservedName(
      name: sample.aliases[0], outcome: sample.outcome, chain: links,
      addresses: try sample.address.map { [try IPAddress($0)] } ?? [])
    let reading = NameReading(answer, listed: try sample.listed.map { try IPAddress($0) })
    #expect(reading.meaning == sample.meaning)
    #expect(reading.isRight == sample.isRight)
    #expect(!reading.summary.isEmpty)
  }

  private static func estate(_ change: (inout EstateBuilder) -> Void = { _ in }) throws -> ExpectedAddresses {
    var lab = EstateBuilder()
    let interface = EstateBuilder.id("networkInterfaces", "pe-nic")
    lab.add(
      interface,
      JSONObject([
        (
          "ipConfigurations",
          [
            [
              "name": "a",
              "properties": [
                "privateIPAddress": "10.12.4.20",
                "privateLinkConnectionProperties": ["groupId": "vault", "fqdns": ["KV1.vault.azure.net"]],
              ],
            ]
          ]
        )
      ]))
    lab.add(
      EstateBuilder.id("privateEndpoints", "pe"),
      JSONObject([
        ("networkInterfaces", [["id": .string(interface)]]),
        ("customDnsConfigs", [["fqdn": "st1.blob.core.windows.net", "ipAddresses": ["10.12.4.21"]]]),
      ]))
    lab.add(
      EstateBuilder.id("privateEndpoints", "pe") + "/privateDnsZoneGroups/default",
      JSONObject([
        (
          "privateDnsZoneConfigs",
          [
            [
              "properties": [
                "recordSets": [["fqdn": "kv1.privatelink.vaultcore.azure.net.", "ipAddresses": ["10.12.4.20"]]]
              ]
            ]
          ]
        )
      ]))
    change(&lab)
    return ExpectedAddresses(try lab.estate())
  }

  @Test("The NIC, the endpoint and its zone group say which addresses names should have")
  func sources() throws {
    let book = try Self.estate()
    let names = ["kv1.vault.azure.net", "kv1.privatelink.vaultcore.azure.net", "st1.blob.core.windows.net"]
    #expect(
      names.map { book.entries(of: $0).map(\.address.description) } == [["10.12.4.20"], ["10.12.4.20"], ["10.12.4.21"]])
    #expect(book.names == names.sorted())
    #expect(book.entries(of: "kv2.vault.azure.net").isEmpty)
    #expect(book.endpoints(at: try IPAddress("10.12.4.20")).map(\.name) == ["pe"])
  }

  @Test("An answer is compared with what the endpoint of its name, or of an alias, has")
  func compared() throws {
    let book = try Self.estate()
    let answer = ObservedName(
      name: "kv1.vault.azure.net", outcome: .answered, addresses: [try IPAddress("10.12.4.20")])
    let right = NameReading(answer, book)
    #expect(right.meaning == .privateExpected)
    #expect(right.endpoints.map(\.name) == ["pe"])
    let stale = ObservedName(
      name: "vanity.contoso.com", outcome: .answered,
      chain: [.init(name: "vanity.contoso.com", type: "CNAME", ttl: 60, value: "kv1.privatelink.vaultcore.azure.net")],
      addresses: [try IPAddress("10.12.4.66")])
    #expect(NameReading(stale, book).meaning == .privateUnexpected)
    #expect(NameReading(stale, book).expected.map(\.description) == ["10.12.4.20"])
  }

  @Test("Two endpoints of one name are both named")
  func twoEndpoints() throws {
    let book = try Self.estate { lab in
      lab.add(
        EstateBuilder.id("privateEndpoints", "pe-2"),
        JSONObject([("customDnsConfigs", [["fqdn": "kv1.vault.azure.net", "ipAddresses": ["10.20.0.4"]]])]))
    }
    let entries = book.entries(of: "kv1.vault.azure.net")
    #expect(Set(entries.map { String($0.endpoint.name) }) == ["pe", "pe-2"])
  }
}
