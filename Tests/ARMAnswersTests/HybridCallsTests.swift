import JSONDocument
import SnapshotReading
import TestSupport
import Testing

@testable import ARMAnswers

/// - Source: recorded answers (facts §8), the guide's error samples, ExpressRoute semantics A.4 and B.3.
@Suite("Calls of circuits and gateways")
struct HybridCallsTests {
  private static let group = "/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Network"
  private static let circuit = "\(group)/expressRouteCircuits/ckt"
  private static let gateway = "\(group)/virtualNetworkGateways/gw"
  private static let peering = "\(circuit)/peerings/AzurePrivatePeering"
  private let service: ARMService

  init() throws {
    let arp: JSONValue = [
      "value": [["age": 1, "interface": "On-Prem", "ipAddress": "172.16.0.1", "macAddress": "Incomplete"]]
    ]
    let snapshot: JSONValue = [
      "azimuth": 1,
      "resources": [
        [
          "id": .string(Self.circuit), "name": "ckt", "type": "Microsoft.Network/expressRouteCircuits",
          "properties": [
            "serviceKey": "key",
            "peerings": [["name": "AzurePrivatePeering", "properties": ["peeringType": "AzurePrivatePeering"]]],
          ],
        ],
        ["id": .string(Self.gateway), "name": "gw", "properties": ["gatewayType": "ExpressRoute"]],
        [
          "id": .string("\(Self.group)/routeFilters/rf"), "name": "rf", "type": "Microsoft.Network/routeFilters",
          "properties": ["rules": []],
        ],
        [
          "id": .string("\(Self.group)/ExpressRoutePorts/port"), "name": "port",
          "type": "Microsoft.Network/ExpressRoutePorts", "properties": ["links": [["name": "link1"]]],
        ],
      ],
      "observations": [
        ["method": "POST", "path": .string("\(Self.peering)/arpTables/Primary"), "status": 200, "response": arp],
        ["method": "POST", "path": .string("\(Self.peering)/arpTables/primary"), "status": 202, "response": nil],
        [
          "method": "GET", "path": .string("\(Self.circuit)/stats"), "status": 200,
          "response": ["primaryBytesIn": 1, "primaryBytesOut": 2, "secondaryBytesIn": 3, "secondaryBytesOut": 4],
        ],
        [
          "method": "POST", "path": .string("\(Self.gateway)/getBgpPeerStatus"), "status": 200,
          "response": ["value": [["neighbor": "10.0.0.4", "asn": 12076, "state": "Connected"]]],
        ],
        [
          "method": "POST", "path": .string("\(Self.gateway)/getAdvertisedRoutes?peer=10.0.0.4"), "status": 200,
          "response": ["value": [["network": "10.0.0.0/16"]]],
        ],
      ],
    ]
    service = ARMService(try SnapshotReader.read(text: JSONWriter.text(snapshot)))
  }

  private func error(_ response: ARMResponse) -> [String] {
    [String(response.status), response.body["error"]?["code"]?.text ?? ""]
  }

  @Test(
    "Tables and counters are those that were recorded, whatever the case of the path; an accepted call is no answer")
  func recorded() {
    let arp = service.post("\(Self.circuit)/peerings/azureprivatepeering/arpTables/primary?api-version=2023-09-01")
    #expect(arp.status == 200)
    #expect(arp.body["value"]?.elements?.count == 1)
    #expect(service.get("\(Self.circuit)/stats").body["secondaryBytesOut"] == 4)
    #expect(service.post("\(Self.gateway)/getAdvertisedRoutes?peer=10.0.0.4").body["value"]?.elements?.count == 1)
  }

  @Test("Tables of a peering that isn't there are the error that the guide prints")
  func noPeering() {
    let response = service.post("\(Self.circuit)/peerings/AzurePublicPeering/routeTables/primary")
    #expect(error(response) == ["400", "BadRequest"])
    #expect(
      response.body["error"]?["message"] == "The BGP Peering AzurePublicPeering with Service Key key is not found.")
    #expect(service.get("\(Self.circuit)/peerings/AzurePublicPeering/stats").status == 400)
    #expect(error(service.get("\(Self.circuit)/peerings/AzurePublicPeering")) == ["404", "ResourceNotFound"])
  }

  @Test("A table that nobody recorded is not an empty one")
  func unrecorded() {
    for path in ["arpTables/secondary", "routeTables/primary", "routeTablesSummary/secondary"] {
      #expect(error(service.post("\(Self.peering)/\(path)")) == ["400", "SnapshotIncomplete"])
    }
    #expect(error(service.get("\(Self.peering)/stats")) == ["400", "SnapshotIncomplete"])
    #expect(error(service.post("\(Self.gateway)/getLearnedRoutes")) == ["400", "SnapshotIncomplete"])
  }

  @Test("A circuit or gateway that isn't there is not found, and a wrong method or path is said")
  func refused() {
    let other = "\(Self.group)/expressRouteCircuits/other/peerings/none_existent/arpTables/none_existent"
    #expect(error(service.post(other)) == ["404", "ResourceNotFound"])
    #expect(
      error(service.post("\(Self.group)/virtualNetworkGateways/x/getLearnedRoutes")) == ["404", "ResourceNotFound"])
    #expect(error(service.get("\(Self.peering)/arpTables/primary")) == ["405", "MethodNotAllowed"])
    #expect(error(service.post("\(Self.peering)/arpTables/tertiary")) == ["400", "InvalidRequestFormat"])
  }

  @Test("Announced routes need a peer, and an address that is no neighbour has none")
  func advertised() {
    #expect(error(service.post("\(Self.gateway)/getAdvertisedRoutes")) == ["400", "MissingParameter"])
    #expect(service.post("\(Self.gateway)/getAdvertisedRoutes?peer=10.9.9.9").body == ["value": []])
  }

  @Test("Circuits, their parts, ports and filters are read")
  func resources() {
    #expect(service.get("\(Self.group)/expressRouteCircuits").names == ["ckt"])
    #expect(service.get("\(Self.circuit)/peerings").names == ["AzurePrivatePeering"])
    #expect(service.get(Self.peering).body["name"] == "AzurePrivatePeering")
    #expect(service.get("\(Self.circuit)/authorizations").body == ["value": []])
    #expect(service.get("\(Self.peering)/connections").body == ["value": []])
    #expect(service.get("\(Self.group)/routeFilters").names == ["rf"])
    #expect(service.get("\(Self.group)/expressRoutePorts/port").body["name"] == "port")
    #expect(service.get("\(Self.group)/ExpressRoutePorts/port/links").names == ["link1"])
  }
}
