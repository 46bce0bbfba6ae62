import Estate
import JSONDocument
import Testing

@testable import ARMAnswers

@Suite("POST effectiveRoutes of a virtual hub")
struct HubRoutesTests {
  private static let hub = "\(SampleEstate.network)/virtualHubs/hub1"
  private static let resources = """
    \(SampleEstate.resources),
    {"id": "\(hub)", "location": "westeurope", "properties": {"virtualWan": {"id": "\(SampleEstate.network)/virtualWans/w"},
     "addressPrefix": "10.100.0.0/24"}},
    {"id": "\(hub)/hubVirtualNetworkConnections/to-hub", "properties": {
     "remoteVirtualNetwork": {"id": "\(SampleEstate.network)/virtualNetworks/Hub"}}}
    """

  private static func body(_ type: String, _ resource: String) -> JSONValue {
    ["resourceId": .string("\(hub)/\(resource)"), "virtualWanResourceType": .string(type)]
  }

  @Test(
    "A table, a connection and a branch see the connected network",
    arguments: [
      ("RouteTable", "hubRouteTables/defaultRouteTable"), ("routetable", "hubRouteTables/DEFAULTROUTETABLE"),
      ("HubVirtualNetworkConnection", "hubVirtualNetworkConnections/to-hub"), ("VpnConnection", "vpnConnections/b"),
    ])
  func routes(type: String, resource: String) throws {
    let answer = ARMService(try SampleEstate.read(Self.resources))
      .post("\(Self.hub)/effectiveRoutes", Self.body(type, resource))
    let connection = JSONValue.string("\(Self.hub)/hubVirtualNetworkConnections/to-hub")
    #expect(
      answer.body == [
        "value": [
          [
            "addressPrefixes": ["10.0.0.0/16"], "nextHops": [connection],
            "nextHopType": "Virtual Network Connection", "routeOrigin": connection,
          ]
        ]
      ])
  }

  @Test("A gateway has no routes of its own")
  func gateway() throws {
    let answer = ARMService(try SampleEstate.read(Self.resources))
      .post("\(Self.hub)/effectiveRoutes", Self.body("ExpressRouteGateway", "x/y"))
    #expect(answer.body == ["value": []])
  }

  @Test(
    "What is missing or unknown in the call is named",
    arguments: [
      (nil, 400, "resourceId"),
      (["resourceId": "/subscriptions/s1/resourceGroups/g"], 400, "virtualWanResourceType"),
      (body("Teapot", "a/b"), 400, "RouteTable, HubVirtualNetworkConnection"),
      (body("RouteTable", "hubVirtualNetworkConnections/to-hub"), 400, "resourceId"),
      (body("HubVirtualNetworkConnection", "hubVirtualNetworkConnections/none"), 404, "none"),
    ] as [(JSONValue?, Int, String)])
  func bad(body: JSONValue?, status: Int, message: String) throws {
    let answer = ARMService(try SampleEstate.read(Self.resources)).post("\(Self.hub)/effectiveRoutes", body)
    #expect(answer.status == status)
    #expect(answer.message.contains(message), "\(answer.message)")
  }

  @Test("Where somebody asked Azure this very question, Azure's answer counts")
  func recorded() throws {
    let observation = """
      {"method": "POST", "path": "\(Self.hub)/effectiveRoutes", "status": 200,
       "body": {"resourceId": "\(Self.hub)/hubRouteTables/defaultRouteTable", "virtualWanResourceType": "RouteTable"},
       "response": {"value": [{"addressPrefixes": ["1.2.3.0/24"]}]}}
      """
    let service = ARMService(try SampleEstate.read(Self.resources, observations: observation))
    let asked = service.post("\(Self.hub)/effectiveRoutes", Self.body("RouteTable", "hubRouteTables/defaultRouteTable"))
    #expect(asked.body["value"]?.elements?.first?["addressPrefixes"] == ["1.2.3.0/24"])
    let other = service.post("\(Self.hub)/effectiveRoutes", Self.body("VpnConnection", "vpnConnections/b"))
    #expect(other.body["value"]?.elements?.first?["addressPrefixes"] == ["10.0.0.0/16"])
  }
}
