import AzureResources
import Estate
import JSONDocument
import Testing

@testable import Reporting

@Suite("What a resource is attached to")
struct ResourceDescriberTests {
  private static let base = Snapshots.base

  private static func facts(_ path: String, in estate: Estate) throws -> JSONObject {
    let id = try #require(ResourceID("\(base)/\(path)"))
    return ResourceDescriber(estate).facts(of: id).object
  }

  private static func ids(_ value: JSONValue?) -> [String] {
    (value?.elements ?? []).compactMap { $0.text?.split(separator: "/").last.map(String.init) }
  }

  @Test("A NAT gateway, a security group and an address know who uses them")
  func usedBy() throws {
    let estate = try Snapshots.estate(
      Snapshots.network(
        "v", "10.0.0.0/16",
        subnet: "\"natGateway\": {\"id\": \"\(Self.base)/natGateways/nat\"},"
          + " \"networkSecurityGroup\": {\"id\": \"\(Self.base)/networkSecurityGroups/nsg\"}"),
      Snapshots.resource("natGateways/nat", ""), Snapshots.resource("networkSecurityGroups/nsg", ""),
      Snapshots.resource("applicationSecurityGroups/asg", ""), Snapshots.resource("publicIPAddresses/ip", ""),
      Snapshots.resource(
        "networkInterfaces/n",
        """
        "networkSecurityGroup": {"id": "\(Self.base)/networkSecurityGroups/nsg"},
        "ipConfigurations": [{"name": "c", "properties": {
          "publicIPAddress": {"id": "\(Self.base)/publicIPAddresses/ip"},
          "applicationSecurityGroups": [{"id": "\(Self.base)/applicationSecurityGroups/asg"}]}}]
        """))
    #expect(Self.ids(try Self.facts("natGateways/nat", in: estate)["subnets"]) == ["s"])
    let group = try Self.facts("networkSecurityGroups/nsg", in: estate)
    #expect(Self.ids(group["subnets"]) == ["s"])
    #expect(Self.ids(group["networkInterfaces"]) == ["n"])
    #expect(Self.ids(try Self.facts("applicationSecurityGroups/asg", in: estate)["networkInterfaces"]) == ["n"])
    #expect(try Self.facts("publicIPAddresses/ip", in: estate)["usedBy"]?.text?.hasSuffix("/n") == true)
  }

  @Test("A load balancer has its front ends, rules and the NICs behind it")
  func loadBalancer() throws {
    let balancer = "\(Self.base)/loadBalancers/lb"
    let estate = try Snapshots.estate(
      Snapshots.resource(
        "loadBalancers/lb",
        """
        "frontendIPConfigurations": [{"name": "f", "properties": {"privateIPAddress": "10.0.0.9"}}],
        "loadBalancingRules": [{"name": "r", "properties": {"protocol": "Tcp", "frontendPort": 80, "backendPort": 8080,
          "frontendIPConfiguration": {"id": "\(balancer)/frontendIPConfigurations/f"},
          "backendAddressPool": {"id": "\(balancer)/backendAddressPools/p"}}}]
        """),
      Snapshots.resource(
        "networkInterfaces/n",
        """
        "ipConfigurations": [{"name": "c", "properties": {
          "loadBalancerBackendAddressPools": [{"id": "\(balancer)/backendAddressPools/p"}]}}]
        """))
    let facts = try Self.facts("loadBalancers/lb", in: estate)
    #expect(Self.ids(facts["backends"]) == ["n"])
    #expect(facts["rules"]?.elements?.first?["frontend"] == "f")
    #expect(facts["frontends"]?.elements?.first?["privateIPAddress"] == "10.0.0.9")
  }

  @Test("A firewall, a circuit and a hub have what hangs on them")
  func others() throws {
    let estate = try Snapshots.estate(
      Snapshots.resource(
        "azureFirewalls/fw",
        """
        "ipConfigurations": [{"name": "c", "properties": {"privateIPAddress": "10.0.1.4",
          "subnet": {"id": "\(Self.base)/virtualNetworks/v/subnets/AzureFirewallSubnet"}}}],
        "firewallPolicy": {"id": "\(Self.base)/firewallPolicies/p"}
        """),
      Snapshots.resource(
        "expressRouteCircuits/c",
        """
        "circuitProvisioningState": "Enabled", "peerings": [{"name": "AzurePrivatePeering", "properties": {
          "peeringType": "AzurePrivatePeering", "state": "Enabled", "peerASN": 65001, "vlanId": 200}}]
        """),
      Snapshots.resource(
        "connections/to-c",
        "\"connectionType\": \"ExpressRoute\", \"peer\": {\"id\": \"\(Self.base)/expressRouteCircuits/c\"}"),
      Snapshots.resource(
        "virtualHubs/h",
        """
        "virtualWan": {"id": "\(Self.base)/virtualWans/w"}, "addressPrefix": "10.100.0.0/24",
        "virtualNetworkConnections": [{"name": "a", "properties": {
          "remoteVirtualNetwork": {"id": "\(Self.base)/virtualNetworks/v"}}}]
        """))
    #expect(try Self.facts("azureFirewalls/fw", in: estate)["privateIPAddress"] == "10.0.1.4")
    let circuit = try Self.facts("expressRouteCircuits/c", in: estate)
    #expect(Self.ids(circuit["connections"]) == ["to-c"])
    #expect(circuit["peerings"]?.elements?.first?["vlanId"] == 200)
    #expect(try Self.facts("connections/to-c", in: estate)["to"]?.text?.hasSuffix("/c") == true)
    let hub = try Self.facts("virtualHubs/h", in: estate)
    #expect(hub["isRouteServer"] == false)
    #expect(hub["virtualNetworkConnections"]?.elements?.count == 1)
  }

  @Test("A machine names NICs that the snapshot lacks")
  func absentInterfaces() throws {
    let machine = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m"
    let estate = try Snapshots.estate(
      "{\"id\": \"\(machine)\", \"properties\": {\"networkProfile\": {\"networkInterfaces\": ["
        + "{\"id\": \"\(Self.base)/networkInterfaces/gone\"}]}}}")
    let facts = ResourceDescriber(estate).facts(of: try #require(ResourceID(machine))).object
    #expect(Self.ids(facts["networkInterfacesNotInSnapshot"]) == ["gone"])
    #expect(facts["powerState"] == .null)
  }
}
