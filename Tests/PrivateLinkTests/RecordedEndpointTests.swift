import AzureResources
import Estate
import Findings
import IPAddressing
import JSONDocument
import NameResolution
import PrivateLink
import PrivateLinkZones
import SnapshotReading
import TestSupport
import Testing

/// Azure's recorded private endpoints, their names and their zone groups.
@Suite(
  "Recorded private endpoints",
  .enabled(if: OutsideData.cases != nil, "set AZIMUTH_CASES to the folder of recorded cases"))
struct RecordedEndpointTests {
  struct Recorded: Sendable, CustomTestStringConvertible {
    let name: String
    let id: String
    let answer: JSONValue
    let resources: [JSONValue]
    var testDescription: String { name }

    static func all(_ type: String) -> [Recorded] {
      guard let root = OutsideData.cases else { return [] }
      return OutsideData.names(in: root).filter { $0.hasPrefix(type) }.compactMap { name in
        guard let record = JSONFile.value("\(root)/\(name)/case.json"), let id = record["request"]?["url"]?.text,
          let answer = JSONFile.value("\(root)/\(name)/answer.json"),
          let snapshot = JSONFile.value("\(root)/\(name)/snapshot.json")
        else { return nil }
        return Recorded(name: name, id: id, answer: answer, resources: snapshot["resources"]?.elements ?? [])
      }
    }

    /// The configuration with what the call answered in the place of what was there before.
    func estate(with document: JSONValue, and others: [JSONValue] = []) throws -> Estate {
      let id = ResourceID(id)
      let kept = resources.filter { $0["id"]?.text.flatMap { ResourceID($0) } != id }
      return try SnapshotReader.read(
        text: JSONWriter.text(["azimuth": 1, "resources": .array([document] + kept + others)]))
    }
  }

  @Test("There are cases of both kinds")
  func exist() {
    #expect(Recorded.all("private-endpoint-dns").count >= 20)
    #expect(Recorded.all("private-dns-zone-group").count >= 3)
  }

  /// The endpoint as the call answered it.
  private static func endpoint(_ recorded: Recorded) -> JSONValue {
    [
      "id": .string(recorded.id), "type": "Microsoft.Network/privateEndpoints",
      "properties": [
        "customDnsConfigs": recorded.answer["customDnsConfigs"] ?? [],
        "privateLinkServiceConnections": recorded.answer["connections"] ?? [],
        "subnet": recorded.answer["subnet"] ?? .null, "networkInterfaces": recorded.answer["networkInterfaces"] ?? [],
        "ipConfigurations": recorded.answer["ipConfigurations"] ?? [],
      ],
    ]
  }

  @Test(
    "An endpoint's names are the recorded ones, and lead to zones that its sub-resource requires",
    arguments: Recorded.all("private-endpoint-dns"))
  func names(recorded: Recorded) throws {
    let estate = try recorded.estate(with: Self.endpoint(recorded))
    let found = EndpointNames(estate).names(ofEndpoint: 0)
    let expected = (recorded.answer["customDnsConfigs"]?.elements ?? []).map { entry in
      "\(entry["fqdn"]?.text ?? "") \(entry["ipAddresses"]?.elements?.compactMap(\.text) ?? [])".lowercased()
    }
    #expect(found.map { "\($0.name) \($0.addresses.map(\.description))" } == expected)
    let connection = try #require(estate.privateEndpoints.first?.connections.first)
    #expect(
      connection.status
        == recorded.answer["connections"]?.elements?.first?["properties"]?["privateLinkServiceConnectionState"]?[
          "status"]?.text)
    let type = try #require(recorded.answer["targetType"]?.text)
    let required = PrivateLinkZones.required(resourceType: type, groupID: connection.groupIDs.first, in: .commercial)
    #expect(!required.isEmpty, "\(type) \(connection.groupIDs)")
    for name in found {
      let names = PrivateLinkZones.privateNames(of: name.name, in: .commercial)
      // Test clouds and names that only the service knows have no row.
      for candidate in names where candidate.resourceTypes.contains(where: { $0.lowercased() == type.lowercased() }) {
        #expect(required.contains { $0.matches(candidate.zone) }, "\(name.name): \(candidate.zone)")
      }
    }
  }

  @Test(
    "With its zone linked the endpoint's network gets the recorded addresses, without it public ones",
    arguments: Recorded.all("private-endpoint-dns"))
  func resolution(recorded: Recorded) throws {
    let names = (recorded.answer["customDnsConfigs"]?.elements ?? []).compactMap { $0["fqdn"]?.text }
    let network = try #require(
      recorded.answer["subnet"]?["id"]?.text.flatMap { ResourceID($0) }?.parent)
    let bare = try recorded.estate(with: Self.endpoint(recorded))
    guard let index = bare.virtualNetworkIndex(network) else { return }
    var compared = 0
    for (position, name) in names.enumerated() {
      guard let asked = DomainName(name), let private_ = PrivateLinkZones.privateNames(of: name).first,
        let addresses = recorded.answer["customDnsConfigs"]?.elements?[position]["ipAddresses"]?.elements
      else { continue }
      let isApproved = bare.privateEndpoints[0].connections.allSatisfy { $0.status == "Approved" }
      guard isApproved else { continue }
      compared += 1
      var resolver = NameResolver(bare)
      #expect(resolver.resolve(asked, from: .network(index, interface: nil)).outcome == .publicService, "\(name)")
      let zone = "\(network.text.prefix { $0 != "!" })".replacing(
        "/virtualNetworks/\(network.name)", with: "/privateDnsZones/\(private_.zone)")
      let record = String(private_.name.dropLast(private_.zone.utf8.count + 1))
      let others: [JSONValue] = [
        ["id": .string(zone), "properties": [:]],
        [
          "id": .string("\(zone)/virtualNetworkLinks/l"),
          "properties": ["virtualNetwork": ["id": .string(network.text)]],
        ],
        [
          "id": .string("\(zone)/A/\(record)"),
          "properties": ["aRecords": .array(addresses.map { ["ipv4Address": $0] })],
        ],
      ]
      var linked = NameResolver(try recorded.estate(with: Self.endpoint(recorded), and: others))
      let answer = linked.resolve(asked, from: .network(index, interface: nil))
      #expect(
        answer.addresses.map(\.description) == addresses.compactMap(\.text), "\(name): \(answer.links.map(\.summary))")
    }
  }

  @Test(
    "A zone group with a zone of another name keeps no record, as it was recorded",
    arguments: Recorded.all("private-dns-zone-group"))
  func groups(recorded: Recorded) throws {
    let estate = try recorded.estate(with: recorded.answer)
    let endpoint = try #require(ResourceID(recorded.id)?.parent)
    let groups = NameDirectory(estate).zoneGroups(ofEndpoint: endpoint)
    let configurations = recorded.answer["properties"]?["privateDnsZoneConfigs"]?.elements ?? []
    #expect(
      groups.map { String($0.zone.name) }
        == configurations.compactMap { configuration in
          configuration["properties"]?["privateDnsZoneId"]?.text.flatMap { ResourceID($0) }.map { String($0.name) }
        })
    #expect(groups.allSatisfy { $0.recordNames.isEmpty })
    var verifier = EndpointVerifier(estate)
    let verified = verifier.verify(endpoint, from: [])
    let found = try #require(verified)
    let checks = found.checks.filter { $0.code == .endpointZoneGroup }
    #expect(!checks.isEmpty && checks.allSatisfy { $0.status == .warning }, "\(checks.map(\.summary))")
  }
}
