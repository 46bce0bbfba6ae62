import AzureResources
import Estate
import SnapshotReading
import Testing

@Suite("Learned routes that don't name their gateway")
struct UnattributedRoutesTests {
  static let network = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  static func gateway(_ name: String, _ address: String) -> String {
    """
    {"id": "\(network)/virtualNetworkGateways/\(name)", "properties": {"gatewayType": "ExpressRoute",
      "bgpSettings": {"bgpPeeringAddresses": [{"defaultBgpIpAddresses": ["\(address)"]}]}}}
    """
  }

  /// What `az network vnet-gateway list-learned-routes` prints.
  static let answer = """
    {"value": [{"localAddress": "10.0.0.12", "network": "172.21.0.0/16", "nextHop": "192.168.255.1",
      "sourcePeer": "192.168.255.1", "origin": "EBgp", "asPath": "12076-65000", "weight": 32768}]}
    """

  @Test("They go to the only gateway with the instance's address")
  func attributed() throws {
    let estate = try SnapshotReader.read(
      text: "\(Self.gateway("a", "10.0.0.12"))\n\(Self.gateway("b", "10.9.0.12"))\n\(Self.answer)")
    let id = try #require(ResourceID("\(Self.network)/virtualNetworkGateways/a"))
    #expect(estate.learnedRoutes(of: id)?.routes.map { "\($0.network)" } == ["172.21.0.0/16"])
    #expect(estate.unrecognizedElements == 0)
  }

  @Test("Where two gateways have the address, or none, they count as unrecognised")
  func ambiguous() throws {
    for other in ["10.0.0.12", "10.0.0.13"] {
      let first = other == "10.0.0.12" ? other : "10.0.0.14"
      let estate = try SnapshotReader.read(
        text: "\(Self.gateway("a", first))\n\(Self.gateway("b", other))\n\(Self.answer)")
      #expect(estate.virtualNetworkGateways.allSatisfy { estate.learnedRoutes(of: $0.id) == nil })
      #expect(estate.unrecognizedElements == 1)
    }
  }

  @Test("An observation that names the gateway counts instead")
  func named() throws {
    let id = "\(Self.network)/virtualNetworkGateways/a"
    let estate = try SnapshotReader.read(
      text: "\(Self.gateway("a", "10.0.0.12"))\n\(Self.answer)\n"
        + #"{"method": "POST", "path": "\#(id)/getLearnedRoutes", "response": {"value": []}}"#)
    #expect(estate.learnedRoutes(of: try #require(ResourceID(id)))?.routes.isEmpty == true)
  }
}
