import IPAddressing
import SnapshotReading
import Testing

@testable import Routing

@Suite("Rules in sentences")
struct RouteSentenceTests {
  /// The sentences for an address in a network with a user route, a peering that isn't connected and a gateway.
  private static func sentences(_ address: String) throws -> [String] {
    let estate = try SnapshotReader.read(text: snapshot)
    var builder = RouteTableBuilder(estate)
    let candidates = builder.table(ofSubnet: 0).candidates(for: try IPAddress(address))
    return candidates.map { "\($0.prefix) \($0.sentence(among: candidates))" }
  }

  @Test("Every loser has the rule that beat it, the winner what it won by")
  func rules() throws {
    #expect(
      try Self.sentences("10.1.0.4") == [
        "10.1.0.0/24 its prefix /24 is the longest", "10.1.0.0/16 its prefix /16 is shorter than the winner's /24",
        "10.0.0.0/8 its prefix /8 is shorter than the winner's /24",
        "0.0.0.0/0 its prefix /0 is shorter than the winner's /24",
      ])
    #expect(
      try Self.sentences("172.20.0.1").first { $0.hasPrefix("172.20") }
        == "172.20.0.0/16 peering to-partner is Disconnected: it brings no routes")
    #expect(try Self.sentences("8.8.8.8") == ["0.0.0.0/0 it is the only route that contains the address"])
  }

  @Test(
    "Displaced routes name what took their place",
    arguments: [
      (Displacement.replacedByLearnedRoute, "a learned route has the same prefix and takes its place"),
      (.coveredByNetwork, "the network's own address space covers it"),
    ])
  func displaced(_ displacement: Displacement, _ sentence: String) { #expect(displacement.sentence == sentence) }

  @Test("A route that a table doesn't get is listed with the reason")
  func withheld() throws {
    var builder = RouteTableBuilder(try SnapshotReader.read(text: Self.snapshot))
    let withheld = builder.table(ofSubnet: 0).withheldRoutes
    #expect(withheld.map { $0.route.addressPrefixes.map(\.description) } == [["172.20.0.0/16"]])
    #expect(withheld.allSatisfy { $0.reason.sentence.contains("Disconnected") })
  }

  private static let base = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"
  private static let snapshot = """
    [{"id": "\(base)/virtualNetworks/v", "properties": {"addressSpace": {"addressPrefixes": ["10.1.0.0/16"]},
      "subnets": [{"name": "s", "properties": {"addressPrefix": "10.1.0.0/24",
        "routeTable": {"id": "\(base)/routeTables/t"}}}],
      "virtualNetworkPeerings": [{"name": "to-partner", "properties": {"peeringState": "Disconnected",
        "remoteVirtualNetwork": {"id": "\(base)/virtualNetworks/partner"},
        "remoteAddressSpace": {"addressPrefixes": ["172.20.0.0/16"]}}}]}},
     {"id": "\(base)/routeTables/t", "properties": {"routes": [{"name": "inside", "properties": {
      "addressPrefix": "10.1.0.0/24", "nextHopType": "None"}}]}}]
    """
}
