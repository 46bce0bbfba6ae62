import AzureResources
import Testing

@testable import AzimuthCommands

@Suite("Kinds of resource in words")
struct ResourceKindNounTests {
  @Test(
    "A kind is called what people call it",
    arguments: [
      (ResourceKind.networkInterface, "a NIC"), (.routeTable, "a route table"), (.azureFirewall, "a firewall"),
      (.publicIPAddress, "a public IP address"), (.expressRouteCircuit, "an express route circuit"),
      (.other, "a resource"),
      (.applicationGateway, "an application gateway"),
    ])
  func nouns(_ kind: ResourceKind, _ words: String) { #expect(kind.article == words) }

  @Test("Several kinds are joined, each word once")
  func several() {
    #expect(ResourceKind.nouns([.subnet, .networkInterface, .scaleSetNetworkInterface]) == "subnet or NIC")
    #expect(ResourceKind.nouns([.subnet]) == "subnet")
  }
}
