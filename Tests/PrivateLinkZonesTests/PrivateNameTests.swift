import JSONDocument
import PrivateLinkZones
import TestSupport
import Testing

@Suite("Private names of services")
struct PrivateNameTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: [String]
    let source: String
    var testDescription: String { name }
  }

  private static let documented = "Azure documentation, private endpoint DNS zone values"

  static let rows = [
    Row(name: "fabrikam.vault.azure.net", expected: ["fabrikam.privatelink.vaultcore.azure.net"], source: documented),
    Row(name: "Shop.Blob.core.windows.net.", expected: ["shop.privatelink.blob.core.windows.net"], source: documented),
    Row(
      name: "shop.z13.web.core.windows.net", expected: ["shop.privatelink.web.core.windows.net"],
      source: "deployments: the alias drops the zone's label"),
    Row(
      name: "mi1.0a1b2c3d4e5f.database.windows.net", expected: ["mi1.privatelink.0a1b2c3d4e5f.database.windows.net"],
      source: documented),
    Row(
      name: "reg1.eastus.data.azurecr.io", expected: ["reg1.eastus.data.privatelink.azurecr.io"], source: documented),
    Row(
      name: "id1.eastus.service.batch.azure.com", expected: ["id1.eastus.service.privatelink.batch.azure.com"],
      source: documented),
    Row(
      name: "guid1.jrds.eus.azure-automation.net", expected: ["guid1.jrds.eus.privatelink.azure-automation.net"],
      source: documented),
    Row(
      name: "guid1.agentsvc.azure-automation.net", expected: ["guid1.privatelink.agentsvc.azure-automation.net"],
      source: documented),
    Row(name: "management.azure.com", expected: ["management.privatelink.azure.com"], source: documented),
    Row(
      name: "kv1.vault.usgovcloudapi.net", expected: ["kv1.privatelink.vaultcore.usgovcloudapi.net"], source: documented
    ),
    Row(
      name: "st1.blob.core.chinacloudapi.cn", expected: ["st1.privatelink.blob.core.chinacloudapi.cn"],
      source: documented),
    Row(name: "portal.azure.com", expected: [], source: "only management.azure.com has an alias"),
    Row(name: "azurecr.io", expected: [], source: "a suffix itself is no service's name"),
    Row(name: "shop.privatelink.blob.core.windows.net", expected: [], source: "a private name has no further one"),
    Row(name: "www.example.com", expected: [], source: "no service's name"),
  ]

  @Test("A public name leads to the name in the private zone", arguments: rows)
  func names(row: Row) {
    #expect(PrivateLinkZones.privateNames(of: row.name).map(\.name) == row.expected, "\(row.source)")
  }

  @Test("A data endpoint's name is a record in the registry's zone, no zone of its own")
  func recordsZone() {
    #expect(PrivateLinkZones.privateNames(of: "reg1.eastus.data.azurecr.io").map(\.zone) == ["privatelink.azurecr.io"])
    #expect(
      PrivateLinkZones.privateNames(of: "app1.scm.azurewebsites.net").map(\.zone) == ["privatelink.azurewebsites.net"])
  }

  @Test("Zones are required by type and sub-resource, in each cloud")
  func required() throws {
    func zones(_ type: String, _ group: String, _ cloud: AzureCloud = .commercial) -> [String] {
      PrivateLinkZones.required(resourceType: type, groupID: group, in: cloud).map { $0.name(inRegion: "West Europe") }
    }
    #expect(zones("microsoft.storage/StorageAccounts", "Blob") == ["privatelink.blob.core.windows.net"])
    #expect(zones("Microsoft.KeyVault/vaults", "vault", .government) == ["privatelink.vaultcore.usgovcloudapi.net"])
    #expect(zones("Microsoft.Kusto/clusters", "cluster").first == "privatelink.westeurope.kusto.windows.net")
    #expect(zones("Microsoft.Storage/storageAccounts", "nothing") == [])
    let kusto = try #require(
      PrivateLinkZones.required(resourceType: "Microsoft.Kusto/clusters", groupID: "cluster", in: .commercial).first)
    #expect(kusto.matches("PrivateLink.eastus.kusto.windows.net"))
    #expect(!kusto.matches("privatelink.kusto.windows.net"))
  }

  @Test("Ports are those of the sub-resource")
  func ports() {
    #expect(
      PrivateLinkZones.ports(resourceType: "Microsoft.Storage/storageAccounts", groupID: "file")?.ports.first == 445)
    let sql = PrivateLinkZones.ports(resourceType: "Microsoft.Sql/servers", groupID: "sqlServer")
    #expect(sql?.ports.first == 1433)
    #expect(sql?.startsWithTLS == false)
    #expect(PrivateLinkZones.ports(resourceType: "Contoso.Shop/shops", groupID: nil) == nil)
  }

  @Test("A region's name tells its cloud")
  func clouds() {
    #expect(AzureCloud(location: "USGov Virginia") == .government)
    #expect(AzureCloud(location: "chinaeast2") == .china)
    #expect(AzureCloud(location: nil) == .commercial)
  }
}

/// The test vectors of the reference tables.
@Suite(
  "Private names of the reference",
  .enabled(if: OutsideData.reference != nil, "set AZIMUTH_REFERENCE to the folder of reference tables"))
struct ReferenceNameTests {
  @Test("Every test vector of the reference holds, negative ones too")
  func vectors() throws {
    let folder = try #require(OutsideData.reference)
    let tables = try #require(JSONFile.value("\(folder)/private-dns-zones.json"))
    let vectors = try #require(tables["testVectors"]?.elements)
    #expect(vectors.count > 20)
    for vector in vectors {
      let name = try #require(vector["fqdn"]?.text)
      let cloud = try #require(vector["cloud"]?.text.flatMap { AzureCloud(rawValue: $0) })
      let expected = vector["privateName"]?.text
      let found = PrivateLinkZones.privateNames(of: name, in: cloud)
      if expected == name {
        #expect(found.isEmpty && PrivateLinkZones.isPrivateName(name), "\(name)")
      } else {
        #expect(found.map(\.name) == [expected ?? ""], "\(name)")
      }
    }
    let negative = try #require(tables["negativeVectors"]?.elements)
    for vector in negative {
      let name = try #require(vector["fqdn"]?.text)
      #expect(PrivateLinkZones.privateNames(of: name).isEmpty, "\(name)")
    }
  }

  @Test("The shipped zones are those of the reference, all of them")
  func zones() throws {
    let folder = try #require(OutsideData.reference)
    let entries = try #require(JSONFile.value("\(folder)/private-dns-zones.json")?["entries"]?.elements)
    var expected: Set<String> = []
    for entry in entries {
      for member in entry["clouds"]?.members?.members ?? [] {
        for zone in member.value.elements ?? [] {
          for group in entry["groupIds"]?.elements?.compactMap(\.text) ?? [] {
            expected.insert("\(member.key) \(entry["resourceType"]?.text ?? "") \(group) \(zone["zone"]?.text ?? "")")
          }
        }
      }
    }
    let shipped = PrivateLinkZones.all.flatMap { zone in
      zone.groupIDs.map { "\(zone.cloud.rawValue) \(zone.resourceType) \($0) \(zone.name)" }
    }
    #expect(Set(shipped) == expected)
  }
}
