import AzureResources
import IPAddressing
import Testing

@Suite("Route tables")
struct RouteTableTests {
  static let forms = [
    """
    {"id": "\(root)/routeTables/t", "location": "westus", "properties": {"disableBgpRoutePropagation": true,
      "routes": [{"id": "\(root)/routeTables/t/routes/r", "properties": {"addressPrefix": "0.0.0.0/0",
        "nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.4"}}],
      "subnets": [{"id": "\(root)/virtualNetworks/v/subnets/a"}]}}
    """,
    """
    {"disableBgpRoutePropagation": true, "id": "\(root)/routeTables/t", "location": "westus", "name": "t",
     "routes": [{"addressPrefix": "0.0.0.0/0", "hasBgpOverride": false, "name": "r", "nextHopIpAddress": "10.0.0.4",
       "nextHopType": "VirtualAppliance"}], "subnets": [{"id": "\(root)/virtualNetworks/v/subnets/a"}]}
    """,
    """
    {"DisableBgpRoutePropagation": true, "Routes": [{"AddressPrefix": "0.0.0.0/0", "NextHopType": "VirtualAppliance",
      "NextHopIpAddress": "10.0.0.4", "Name": "r", "Id": "\(root)/routeTables/t/routes/r"}],
     "Subnets": [{"Id": "\(root)/virtualNetworks/v/subnets/a"}], "Location": "westus", "Name": "t",
     "Id": "\(root)/routeTables/t"}
    """,
  ]

  @Test("A table reads alike from ARM, az and PowerShell", arguments: forms)
  func everyForm(text: String) throws {
    let batch = try decoded(text)
    #expect(batch.issues.isEmpty)
    let table = try #require(batch.routeTables.first)
    #expect(table.disableBgpRoutePropagation && !table.disablesPeeringRoutes)
    #expect(table.location == "westus")
    #expect(table.subnets.map(\.name) == ["a"])
    let route = try #require(table.routes.first)
    #expect(route.name == "r")
    #expect(route.destination == .prefix(.defaultIPv4))
    #expect(route.nextHopType == .virtualAppliance)
    #expect(route.nextHopAddresses == [try IPAddress("10.0.0.4")])
  }

  private func routes(_ properties: String) throws -> (route: Route?, issues: [String]) {
    let batch = try decoded(#"{"id": "\#(root)/routeTables/t/routes/r", "properties": {\#(properties)}}"#)
    return (batch.routes.first, issues(batch))
  }

  @Test(
    "A destination is a prefix or a service tag",
    arguments: [
      ("10.0.0.0/8", "10.0.0.0/8"), ("10.1.2.3", "10.1.2.3/32"), ("10.1.2.3/8", "10.0.0.0/8"), ("fd00::/8", "fd00::/8"),
      ("Storage.WestEurope", "Storage.WestEurope"), ("AzureCloud", "AzureCloud"),
    ])
  func destinations(text: String, expected: String) throws {
    let (route, issues) = try routes(#""addressPrefix": "\#(text)", "nextHopType": "internet""#)
    #expect(route?.destination.description == expected)
    #expect(route?.nextHopType == .internet)
    #expect(issues.isEmpty)
  }

  @Test("Several appliances are kept in order")
  func several() throws {
    let (route, issues) = try routes(
      """
      "addressPrefix": "10.0.0.0/8", "nextHopType": "VirtualApplianceEcmp",
      "nextHop": {"nextHopIpAddresses": ["10.0.0.5", "10.0.0.4"]}
      """)
    #expect(route?.nextHopAddresses.map(\.description) == ["10.0.0.5", "10.0.0.4"])
    #expect(issues.isEmpty)
  }

  @Test("Peering routes can be switched off")
  func peeringRoutes() throws {
    let batch = try decoded(#"{"id": "\#(root)/routeTables/t", "properties": {"disablePeeringRoute": "all"}}"#)
    #expect(batch.routeTables.first?.disablesPeeringRoutes == true)
  }

  @Test(
    "A route that can't be read is left out, with the reason",
    arguments: [
      (#""nextHopType": "Internet""#, "addressPrefix: the route has no destination"),
      (
        #""addressPrefix": "10.0.0.0/33", "nextHopType": "Internet""#,
        #"addressPrefix: "10.0.0.0/33" is not an address prefix: the length 33 at offset 9 is above 32"#
      ),
      (#""addressPrefix": "10.0.0.0/8""#, "nextHopType: the route has no next hop type"),
      (
        #""addressPrefix": "10.0.0.0/8", "nextHopType": "Wormhole""#,
        #"nextHopType: "Wormhole" is not a value that Azimuth knows"#
      ),
      (#""addressPrefix": "10.0.0.0/8", "nextHopType": 4"#, "nextHopType: not a text"),
    ])
  func leftOut(properties: String, issue: String) throws {
    let (route, issues) = try routes(properties)
    #expect(route == nil)
    #expect(issues == [issue])
  }

  @Test("A route to an appliance without an address stays, with an issue: it takes traffic to nowhere")
  func withoutAddress() throws {
    let (route, issues) = try routes(#""addressPrefix": "10.0.0.0/8", "nextHopType": "VirtualAppliance""#)
    #expect(route?.nextHopAddresses == [])
    #expect(issues == ["nextHopIpAddress: a route to an appliance has no next hop address"])
  }
}
