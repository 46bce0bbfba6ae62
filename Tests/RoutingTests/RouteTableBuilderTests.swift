import AzureFacts
import IPAddressing
import Routing
import SnapshotReading
import Testing

@Suite("Effective routes")
struct RouteTableBuilderTests {
  @Test("A subnet of a lone network has its network, the internet and the platform's routes to nowhere")
  func loneNetwork() throws {
    let estate = try SnapshotReader.read(
      text: """
        [{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "location": "westus",
          "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
            "subnets": [{"name": "a", "properties": {"addressPrefix": "10.0.0.0/24"}}]}}]
        """)
    var builder = RouteTableBuilder(estate)
    let table = builder.table(ofSubnet: 0)
    #expect(table.routes.count == 23)
    #expect(table.count >= table.routes.count)
    #expect(table.route(to: try IPAddress("10.0.0.9"))?.nextHopType == .vnetLocal)
    #expect(table.route(to: try IPAddress("10.9.0.9"))?.nextHopType == EffectiveNextHopType.none)
    #expect(table.route(to: try IPAddress("8.8.8.8"))?.nextHopType == .internet)
  }
}
