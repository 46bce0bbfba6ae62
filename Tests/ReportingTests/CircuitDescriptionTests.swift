import AzureResources
import Estate
import JSONDocument
import SnapshotReading
import Testing

@testable import Reporting

@Suite("What show and snapshot info say of circuits")
struct CircuitDescriptionTests {
  private static let circuit = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/expressRouteCircuits/c"

  /// A circuit with a private peering, and ARP tables and summaries of the paths.
  private func estate(recording paths: [String]) throws -> Estate {
    let peering = "\(Self.circuit)/peerings/AzurePrivatePeering"
    let observations = paths.flatMap { path in
      ["arpTables", "routeTablesSummary"].map { call -> JSONValue in
        [
          "method": "POST", "path": .string("\(peering)/\(call)/\(path)"), "response": ["value": []],
          "observedAt": "2026-01-01T00:00:00Z",
        ]
      }
    }
    let snapshot: JSONValue = [
      "azimuth": 1,
      "resources": [
        [
          "id": .string(Self.circuit), "name": "c", "sku": ["name": "Premium_MeteredData"],
          "properties": [
            "circuitProvisioningState": "Enabled", "serviceProviderProvisioningState": "Provisioned",
            "peerings": [
              [
                "name": "AzurePrivatePeering",
                "properties": ["primaryPeerAddressPrefix": "172.16.0.0/30", "peerASN": 64512, "state": "Enabled"],
              ]
            ], "authorizations": [["name": "team", "properties": ["authorizationUseStatus": "InUse"]]],
          ],
        ]
      ], "observations": .array(observations),
    ]
    return try SnapshotReader.read(text: JSONWriter.text(snapshot))
  }

  private func facts(_ text: String, _ estate: Estate) throws -> JSONObject {
    ResourceDescriber(estate).facts(of: try #require(ResourceID(text))).object
  }

  @Test("A circuit has its states, authorizations, and what was observed of it")
  func circuit() throws {
    let facts = try facts(Self.circuit, estate(recording: ["primary"]))
    #expect(facts["serviceProviderProvisioningState"] == "Provisioned")
    #expect(facts["sku"] == "Premium_MeteredData")
    #expect(facts["authorizations"] == [["name": "team", "authorizationUseStatus": "InUse"]])
    let observations = facts["observations"]?.elements ?? []
    #expect(observations.map { $0["call"] } == ["arpTables", "routeTablesSummary"])
    #expect(observations.first?["observedAt"] == "2026-01-01T00:00:00Z")
  }

  @Test("A peering has its links with the side that takes each address")
  func peering() throws {
    let facts = try facts("\(Self.circuit)/peerings/AzurePrivatePeering", estate(recording: []))
    #expect(facts["peerASN"] == "64512")
    let links = facts["links"]?.elements ?? []
    #expect(links.map { $0["customerAddress"] ?? "absent" } == ["172.16.0.1", JSONValue.null])
  }

  @Test(
    "A circuit whose tables nobody recorded on both paths is a gap",
    arguments: [([], true), (["primary"], true), (["primary", "secondary"], false)] as [([String], Bool)])
  func gaps(paths: [String], expected: Bool) throws {
    let gaps = SnapshotSurvey(try estate(recording: paths)).gaps.filter { $0.kind == .observations }
    #expect(gaps.isEmpty != expected)
    #expect(gaps.allSatisfy { $0.command?.contains("list-arp-tables -g g -n c") == true })
  }
}
