import AzureResources
import Estate
import SnapshotReading
import Testing

@Suite("Children of load balancers")
struct BalancerChildrenTests {
  private static let balancer =
    "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/loadBalancers/lb"

  @Test("Pools and inbound NAT rules that are resources of their own are with their balancer, each once")
  func children() throws {
    let estate = try SnapshotReader.read(
      text: """
        [{"id": "\(Self.balancer)", "properties": {"inboundNatRules": [{"name": "ssh", "properties": {"frontendPort": 22}}]}},
         {"id": "\(Self.balancer)/inboundNatRules/SSH", "properties": {"frontendPort": 22}},
         {"id": "\(Self.balancer)/inboundNatRules/rdp", "properties": {"frontendPort": 3389}},
         {"id": "\(Self.balancer)/backendAddressPools/pool", "properties": {}}]
        """)
    #expect(estate.loadBalancers[0].inboundNATRules.map(\.frontendPort) == [22, 3389])
    #expect(estate.loadBalancers[0].backendPools.map { String($0.id.name) } == ["pool"])
    #expect(estate.findings.isEmpty)
  }
}
