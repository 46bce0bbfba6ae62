import Testing

@testable import SnapshotReading

@Suite("Names of files that hold an answer")
struct CallFileNameTests {
  @Test(
    "A name tells circuit, peering, call and path",
    arguments: [
      ("x/ckt.AzurePrivatePeering.arpTables.primary.json", "POST ckt/peerings/AzurePrivatePeering/arpTables/primary"),
      (
        "ckt.azureprivatepeering.ROUTETABLES.Secondary.json",
        "POST ckt/peerings/AzurePrivatePeering/routeTables/secondary"
      ),
      (
        "a.b.MicrosoftPeering.routeTablesSummary.primary.json",
        "POST a.b/peerings/MicrosoftPeering/routeTablesSummary/primary"
      ),
      ("ckt.AzurePrivatePeering.stats.json", "GET ckt/peerings/AzurePrivatePeering/stats"),
      ("ckt.stats.json", "GET ckt/stats"),
    ])
  func reads(name: String, expected: String) throws {
    let call = try #require(CallFileName(name))
    let path = call.path.replacing("/providers/Microsoft.Network/expressRouteCircuits/", with: "")
    #expect("\(call.method) \(path)" == expected)
  }

  @Test(
    "Other names tell nothing",
    arguments: [
      "circuits.json", "primary.json", "arpTables.primary.json", "ckt.arpTables.primary.json", "stats.json",
      "ckt.AzurePrivatePeering.arpTables.third.json", "ckt.AzurePrivatePeering.arpTables.primary.txt", "",
    ])
  func others(name: String) {
    #expect(CallFileName(name) == nil)
  }
}
