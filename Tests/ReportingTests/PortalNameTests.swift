import Routing
import Testing

@testable import Reporting

@Suite("The portal's words")
struct PortalNameTests {
  @Test(
    "Types are called as in the portal's download",
    arguments: [
      (EffectiveNextHopType.vnetLocal, "Virtual network"), (.vnetPeering, "VNet peering"),
      (.vnetGlobalPeering, "VNet Global Peering"), (.virtualNetworkGateway, "Virtual network gateway"),
      (.virtualAppliance, "Virtual appliance"), (.internet, "Internet"), (.none, "None"),
      (.serviceEndpoint, "Virtual network service endpoint"), (.interfaceEndpoint, "InterfaceEndpoint"),
      (.connectedGroup, "ConnectedGroup"),
    ])
  func types(_ type: EffectiveNextHopType, _ name: String) { #expect(type.portalName == name) }

  @Test("Sources too")
  func sources() {
    #expect(EffectiveRouteSource.default.portalName == "Default")
    #expect(EffectiveRouteSource.virtualNetworkGateway.portalName == "Virtual network gateway")
    #expect(EffectiveRouteSource.user.portalName == "User")
  }
}
