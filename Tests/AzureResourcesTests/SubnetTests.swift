import AzureResources
import IPAddressing
import Testing

@Suite("Subnets")
struct SubnetTests {
  private func subnet(_ properties: String) throws -> Subnet {
    let batch = try decoded(#"{"id": "\#(root)/virtualNetworks/v/subnets/a", "properties": {\#(properties)}}"#)
    return try #require(batch.subnets.first)
  }

  @Test("Both properties of prefixes count, each prefix once")
  func prefixes() throws {
    let read = try subnet(#""addressPrefix": "10.0.0.0/24", "addressPrefixes": ["10.0.0.0/24", "fd00::/64"]"#)
    #expect(read.addressPrefixes.map(\.description) == ["10.0.0.0/24", "fd00::/64"])
  }

  @Test("A second copy fills what the first leaves open, and changes nothing else")
  func filling() throws {
    var poor = try subnet(#""addressPrefix": "10.0.0.0/24", "routeTable": {"id": "\#(root)/routeTables/first"}"#)
    let rich = try subnet(
      """
      "addressPrefix": "10.9.0.0/24", "routeTable": {"id": "\(root)/routeTables/second"},
      "networkSecurityGroup": {"id": "\(root)/networkSecurityGroups/n"}, "natGateway": {"id": "\(root)/natGateways/n"},
      "privateEndpointNetworkPolicies": "Enabled", "defaultOutboundAccess": false,
      "serviceEndpoints": [{"service": "Microsoft.Sql"}],
      "delegations": [{"name": "d", "properties": {"serviceName": "Microsoft.Sql/managedInstances"}}]
      """)
    poor.fill(from: rich)
    #expect(poor.addressPrefixes.map(\.description) == ["10.0.0.0/24"])
    #expect(poor.routeTable?.name == "first")
    #expect(poor.networkSecurityGroup?.name == "n")
    #expect(poor.natGateway?.name == "n")
    #expect(poor.privateEndpointNetworkPolicies == .enabled)
    #expect(poor.defaultOutboundAccess == false)
    #expect(poor.serviceEndpoints.map(\.service) == ["Microsoft.Sql"])
    #expect(poor.delegations == ["Microsoft.Sql/managedInstances"])
  }

  @Test(
    "Policies apply to routes in two of their four values",
    arguments: zip(PrivateEndpointNetworkPolicies.allCases, [false, true, false, true]))
  func policies(value: PrivateEndpointNetworkPolicies, applies: Bool) throws {
    let read = try subnet(#""privateEndpointNetworkPolicies": "\#(value.rawValue.uppercased())""#)
    #expect(read.privateEndpointNetworkPolicies == value)
    #expect(value.appliesToRoutes == applies)
  }
}
