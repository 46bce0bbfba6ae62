import AzureResources
import EstateFixtures
import IPAddressing
import JSONDocument
import NameResolution
import Routing
import Testing

@Suite("Names of services with private endpoints")
struct ServiceNameTests {
  typealias B = EstateBuilder

  static let vault = B.id("Microsoft.KeyVault/vaults", "kv1")
  static let zone = "privatelink.vaultcore.azure.net"

  private static func lab(status: String? = "Approved") -> NameLab {
    var lab = NameLab()
    lab.addEndpoint(
      "pe", in: "right/app", "10.2.1.20", target: vault, group: "vault", names: ["kv1.vault.azure.net"],
      status: status)
    lab.addZone(zone)
    lab.addRecord(zone, "A", "kv1", "10.2.1.20")
    return lab
  }

  @Test("With the zone linked the alias ends at the private address; without, at a public one")
  func linkDecides() throws {
    var lab = Self.lab()
    let open = try lab.resolve("kv1.vault.azure.net")
    #expect(open.summary == ["kv1.vault.azure.net CNAME kv1.privatelink.vaultcore.azure.net", "answer"])
    #expect(open.outcome == .publicService)
    #expect(open.records.first?.resource?.name == "pe")
    lab.addZone(Self.zone, linkedTo: "left")
    let closed = try lab.resolve("KV1.vault.azure.net.")
    #expect(
      closed.summary == [
        "kv1.vault.azure.net CNAME kv1.privatelink.vaultcore.azure.net",
        "kv1.privatelink.vaultcore.azure.net A 10.2.1.20", "answer",
      ])
  }

  @Test(
    "No approved connection, no alias: the linked zone isn't asked", arguments: ["Pending", "Rejected", "Disconnected"])
  func notApproved(status: String) throws {
    var lab = Self.lab(status: status)
    lab.addZone(Self.zone, linkedTo: "left")
    let answer = try lab.resolve("kv1.vault.azure.net")
    #expect(answer.summary == ["answer"])
    #expect(answer.outcome == .publicService)
    // Another connection of the vault gives it one.
    lab.builder.add(
      Self.vault,
      JSONObject([
        (
          "privateEndpointConnections",
          [["properties": ["privateLinkServiceConnectionState": ["status": "Approved"]]]]
        )
      ]))
    #expect(try lab.resolve("kv1.vault.azure.net").addresses == [try IPAddress("10.2.1.20")])
  }

  @Test("A service of the snapshot without endpoints answers publicly, whatever zones are linked")
  func noEndpoint() throws {
    var lab = NameLab()
    lab.addZone(Self.zone, linkedTo: "left")
    lab.builder.add(Self.vault, JSONObject([("privateEndpointConnections", [])]))
    #expect(try lab.resolve("kv1.vault.azure.net").outcome == .publicService)
  }

  @Test("Somebody else's service behind a linked zone without its record is unknown, and says why")
  func foreignService() throws {
    var lab = NameLab()
    #expect(try lab.resolve("kv9.vault.azure.net").missing?.summary.contains("public DNS answers") == true)
    lab.addZone(Self.zone, linkedTo: "left")
    #expect(try lab.resolve("kv9.vault.azure.net").missing?.summary.contains("whether public DNS gives") == true)
    lab.addRecord(Self.zone, "A", "kv9", "10.7.7.7")
    #expect(try lab.resolve("kv9.vault.azure.net").addresses == [try IPAddress("10.7.7.7")])
  }

  @Test("Each alias of the public chain is looked up in private zones anew")
  func severalAliases() throws {
    var lab = NameLab()
    lab.addEndpoint(
      "pe", in: "right/app", "10.2.1.20", target: B.id("Microsoft.Storage/storageAccounts", "shop"), group: "web",
      names: ["shop.z6.web.core.windows.net"])
    lab.addZone("privatelink.web.core.windows.net", linkedTo: "left")
    lab.addRecord("privatelink.web.core.windows.net", "A", "shop", "10.2.1.20")
    let declared: JSONValue = [
      "public": [["name": "www.contoso.com", "type": "CNAME", "values": ["shop.z6.web.core.windows.net"], "ttl": 3600]]
    ]
    let answer = try lab.resolve("www.contoso.com", declared: declared)
    #expect(
      answer.summary == [
        "www.contoso.com CNAME shop.z6.web.core.windows.net",
        "shop.z6.web.core.windows.net CNAME shop.privatelink.web.core.windows.net",
        "shop.privatelink.web.core.windows.net A 10.2.1.20", "answer",
      ])
    #expect(answer.records[0].timeToLive == 3600)
  }

  @Test("Names that are private already are looked up as they are")
  func privateNames() throws {
    let zone = "privatelink.prod.migration.windowsazure.com"
    let name = "04b8c9c7-agent.cus.disc.\(zone)"
    var lab = NameLab()
    lab.addEndpoint(
      "pe", in: "right/app", "10.12.4.23", target: B.id("Microsoft.OffAzure/masterSites", "site"), group: "Default",
      names: [name])
    #expect(try lab.resolve(name).outcome == .publicService)
    lab.addZone(zone, linkedTo: "left")
    lab.addRecord(zone, "A", "04b8c9c7-agent.cus.disc", "10.12.4.23")
    #expect(try lab.resolve(name).addresses == [try IPAddress("10.12.4.23")])
  }

  @Test("Endpoints say their names by their NIC, their DNS configurations, or their zone groups")
  func sourcesOfNames() throws {
    var lab = NameLab()
    lab.builder.endpoint("configured", in: "right/app", "10.2.1.21")
    lab.builder.set(
      B.endpoint("configured"), "customDnsConfigs", [["fqdn": "KV2.vault.azure.net", "ipAddresses": ["10.2.1.21"]]])
    lab.builder.endpoint("grouped", in: "right/app", "10.2.1.22")
    lab.builder.add(
      "\(B.endpoint("grouped"))/privateDnsZoneGroups/default",
      JSONObject([
        (
          "privateDnsZoneConfigs",
          [
            [
              "name": "z",
              "properties": [
                "recordSets": [
                  ["recordType": "A", "fqdn": "kv3.privatelink.vaultcore.azure.net", "ipAddresses": ["10.2.1.22"]]
                ]
              ],
            ]
          ]
        )
      ]))
    #expect(try lab.resolve("kv2.vault.azure.net").outcome == .publicService)
    #expect(try lab.resolve("kv3.vault.azure.net").outcome == .publicService)
    #expect(try lab.resolve("kv4.vault.azure.net").outcome.word == "unknown")
  }
}
