import AzureResources
import Estate
import JSONDocument
import SnapshotReading
import Testing

@testable import HybridConnectivity

@Suite("A catalog of circuits")
struct CircuitCatalogTests {
  private static let group = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network"
  private static let circuit = "\(group)/expressRouteCircuits/ckt"

  private func read(_ snapshot: JSONValue) throws -> (CircuitCatalog, ResourceID) {
    let estate = try SnapshotReader.read(text: JSONWriter.text(snapshot))
    return (CircuitCatalog(estate), try #require(ResourceID(Self.circuit)))
  }

  private static func observation(
    _ action: String, at time: String?, _ response: JSONValue, status: Int64 = 200
  ) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("method", "POST"), ("path", .string("\(circuit)/peerings/AzurePrivatePeering/\(action)")),
      ("status", .integer(status)), ("response", response),
    ]
    if let time { members.append(("observedAt", .string(time))) }
    return .object(JSONObject(members))
  }

  private static func arp(_ mac: String) -> JSONValue {
    ["value": [["age": 1, "interface": "On-Prem", "ipAddress": "172.16.0.1", "macAddress": .string(mac)]]]
  }

  @Test("A table that nobody asked for is missing, and one without a row is empty")
  func missingIsNotEmpty() throws {
    let (catalog, id) = try read([
      "azimuth": 1, "resources": [], "observations": [Self.observation("arpTables/primary", at: nil, ["value": []])],
    ])
    let observed = catalog.observations(of: id)
    #expect(observed.arpTable(.privatePeering, .primary).latest?.content.entries.isEmpty == true)
    #expect(observed.arpTable(.privatePeering, .secondary).isMissing)
    #expect(observed.arpTable(.microsoftPeering, .primary).isMissing)
    #expect(observed.statistics(.privatePeering).latest == nil)
    #expect(catalog.circuitsWithoutConfiguration == [id])
  }

  @Test("The latest of several tables counts, in whatever order they stand, and the one before is kept")
  func latestWins() throws {
    let (catalog, id) = try read([
      "azimuth": 1, "resources": [],
      "observations": [
        Self.observation("arpTables/primary", at: "2026-01-03T00:00:00Z", Self.arp("0000.0000.0003")),
        Self.observation("arpTables/Primary", at: "2026-01-01T00:00:00Z", Self.arp("0000.0000.0001")),
        Self.observation("arpTables/primary", at: nil, Self.arp("0000.0000.0000")),
        Self.observation("arpTables/primary", at: "2026-01-02T00:00:00Z", Self.arp("0000.0000.0002")),
      ],
    ])
    let series = catalog.observations(of: id).arpTable(.privatePeering, .primary)
    #expect(series.observed.compactMap { $0.content.onPremises?.macAddress?.bits } == [0, 1, 2, 3])
    #expect(series.latest?.content.onPremises?.macAddress?.bits == 3)
    #expect(series.previous?.content.onPremises?.macAddress?.bits == 2)
    let moment = try #require(Timestamp("2026-01-02T12:00:00Z"))
    let before = catalog.observations(of: id).asOf(moment).arpTable(.privatePeering, .primary)
    #expect(before.latest?.content.onPremises?.macAddress?.bits == 2)
    #expect(before.observed.count == 2)
  }

  @Test("That a peering isn't found hides older tables; that a right is missing hides none")
  func failures() throws {
    let notFound: JSONValue = [
      "error": ["code": "400", "message": "The BGP Peering AzurePrivatePeering with Service Key k is not found."]
    ]
    let forbidden: JSONValue = ["error": ["code": "AuthorizationFailed", "message": "no action"]]
    let table = Self.observation("arpTables/primary", at: "2026-01-01T00:00:00Z", Self.arp("0000.0000.0001"))
    let (gone, id) = try read([
      "azimuth": 1, "resources": [],
      "observations": [
        table, Self.observation("arpTables/primary", at: "2026-01-02T00:00:00Z", notFound, status: 400),
      ],
    ])
    let failure = gone.observations(of: id).arpTable(.privatePeering, .primary).failure
    #expect(failure?.saysPeeringIsMissing == true)
    let (kept, _) = try read([
      "azimuth": 1, "resources": [],
      "observations": [
        table, Self.observation("arpTables/primary", at: "2026-01-02T00:00:00Z", forbidden, status: 403),
      ],
    ])
    let series = kept.observations(of: id).arpTable(.privatePeering, .primary)
    #expect(series.latest != nil)
    #expect(series.failures.first?.isForWantOfRights == true)
  }

  @Test("Peerings, authorizations and Global Reach connections count once, nested or by themselves")
  func children() throws {
    let peering: JSONValue = [
      "id": .string("\(Self.circuit)/peerings/AzurePrivatePeering"), "name": "AzurePrivatePeering",
      "properties": ["peeringType": "AzurePrivatePeering", "vlanId": 200, "peerASN": 64512],
    ]
    let reach: JSONValue = [
      "id": .string("\(Self.circuit)/peerings/AzurePrivatePeering/connections/reach"), "name": "reach",
      "properties": ["addressPrefix": "10.0.0.0/29", "circuitConnectionStatus": "Connected"],
    ]
    let authorization: JSONValue = [
      "id": .string("\(Self.circuit)/authorizations/team"), "name": "team",
      "properties": ["authorizationUseStatus": "InUse", "authorizationKey": "secret"],
    ]
    let circuit: JSONValue = [
      "id": .string(Self.circuit), "name": "ckt", "type": "Microsoft.Network/expressRouteCircuits",
      "properties": [
        "peerings": [["name": "AzurePrivatePeering", "properties": ["state": "Enabled", "vlanId": nil]]],
        "authorizations": [],
      ],
    ]
    let (catalog, id) = try read([peering, reach, authorization, circuit])
    let found = try #require(catalog.circuit(id))
    #expect(found.peerings.count == 1)
    #expect(found.peerings.first?.vlanID == 200)
    #expect(found.peerings.first?.state == "Enabled")
    #expect(found.peerings.first?.connections.map(\.name) == ["reach"])
    #expect(found.authorizations.map(\.authorizationUseStatus) == ["InUse"])
  }

  @Test("A circuit reads alike as ARM, az and PowerShell print it")
  func forms() throws {
    let arm: JSONValue = [
      "id": .string(Self.circuit), "name": "ckt", "sku": ["name": "Premium_MeteredData"],
      "properties": [
        "serviceProviderProvisioningState": "Provisioned", "circuitProvisioningState": "Enabled", "stag": 12,
        "peerings": [["name": "AzurePrivatePeering", "properties": ["peerASN": 64512]]],
      ],
    ]
    let flat: JSONValue = [
      "id": .string(Self.circuit), "name": "ckt", "sku": ["name": "Premium_MeteredData"],
      "serviceProviderProvisioningState": "Provisioned", "circuitProvisioningState": "Enabled", "stag": 12,
      "peerings": [["name": "AzurePrivatePeering", "peerASN": 64512]],
    ]
    let powerShell: JSONValue = [
      "Sku": ["Name": "Premium_MeteredData"], "CircuitProvisioningState": "Enabled",
      "ServiceProviderProvisioningState": "Provisioned", "Stag": 12,
      "Peerings": [["Name": "AzurePrivatePeering", "PeerASN": 64512]], "Name": "ckt", "Id": .string(Self.circuit),
    ]
    let circuits = try [arm, flat, powerShell].map { json in
      let (catalog, id) = try read([json])
      return try #require(catalog.circuit(id))
    }
    #expect(circuits.allSatisfy { $0.sku?.isPremium == true && $0.peering(.privatePeering)?.peerASN == 64512 })
    #expect(circuits[0] == circuits[1])
    #expect(circuits[1] == circuits[2])
  }

  @Test("Metrics and maintenance are found under the resource that they are about")
  func monitor() throws {
    let metric: JSONValue = [
      "id": .string("\(Self.circuit)/providers/Microsoft.Insights/metrics/BgpAvailability"),
      "type": "Microsoft.Insights/metrics", "name": ["value": "BgpAvailability"], "unit": "Percent",
      "timeseries": [
        [
          "metadatavalues": [["name": ["value": "peer"], "value": "Secondary-IPv4"]],
          "data": [
            ["timeStamp": "2026-01-01T00:00:00Z", "average": 50], ["timeStamp": "2026-01-01T00:01:00Z"],
          ],
        ]
      ],
    ]
    let event: JSONValue = [
      "id": .string("\(Self.circuit)/events/e/ticks/1"), "resourceId": .string(Self.circuit),
      "eventTimestamp": "2026-01-01T00:00:00Z", "category": ["value": "ServiceHealth"],
      "properties": ["incidentType": "Maintenance", "title": "Planned work"],
    ]
    let (catalog, id) = try read([
      "azimuth": 1, "resources": [event],
      "observations": [
        [
          "path": .string("\(Self.circuit)/providers/Microsoft.Insights/metrics?metricnames=BgpAvailability"),
          "response": ["cost": 1, "value": [metric]],
        ]
      ],
    ])
    let series = try #require(catalog.metrics(of: id).first)
    #expect(series.path == .secondary)
    #expect(series.latest?.value == 50)
    #expect(catalog.events(of: id).map(\.isMaintenance) == [true])
  }
}
