import AzureResources
import IPAddressing
import Testing

@Suite("Virtual networks")
struct VirtualNetworkTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  /// One network as each tool prints it.
  static let forms = [
    Form(
      name: "ARM",
      text: """
        {"id": "\(root)/virtualNetworks/v", "name": "v", "type": "Microsoft.Network/virtualNetworks",
         "location": "westus", "properties": {
          "addressSpace": {"addressPrefixes": ["10.0.0.0/16", "fd00::/48"]},
          "dhcpOptions": {"dnsServers": ["10.0.0.4"]},
          "subnets": [{"id": "\(root)/virtualNetworks/v/subnets/a", "name": "a", "properties": {
            "addressPrefix": "10.0.0.0/24", "routeTable": {"id": "\(root)/routeTables/t"},
            "serviceEndpoints": [{"service": "Microsoft.Storage", "locations": ["westus", "eastus"]}],
            "privateEndpointNetworkPolicies": "RouteTableEnabled",
            "delegations": [{"name": "d", "properties": {"serviceName": "Microsoft.Web/serverFarms"}}]}}],
          "virtualNetworkPeerings": [{"id": "\(root)/virtualNetworks/v/virtualNetworkPeerings/p", "properties": {
            "peeringState": "Connected", "peeringSyncLevel": "FullyInSync", "useRemoteGateways": true,
            "allowForwardedTraffic": true, "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/hub"},
            "remoteAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]}}}]}}
        """),
    Form(
      name: "az",
      text: """
        {"addressSpace": {"addressPrefixes": ["10.0.0.0/16", "fd00::/48"]}, "dhcpOptions": {"dnsServers": ["10.0.0.4"]},
         "enableDdosProtection": false, "id": "\(root)/virtualNetworks/v", "location": "westus", "name": "v",
         "resourceGroup": "g", "subnets": [{"addressPrefix": "10.0.0.0/24", "addressPrefixes": null,
           "delegations": [{"name": "d", "serviceName": "Microsoft.Web/serverFarms"}],
           "id": "\(root)/virtualNetworks/v/subnets/a", "name": "a", "resourceGroup": "g",
           "privateEndpointNetworkPolicies": "RouteTableEnabled", "routeTable": {"id": "\(root)/routeTables/t",
           "resourceGroup": "g"}, "serviceEndpoints": [{"locations": ["westus", "eastus"],
           "provisioningState": "Succeeded", "service": "Microsoft.Storage"}]}],
         "type": "Microsoft.Network/virtualNetworks", "virtualNetworkPeerings": [{
           "id": "\(root)/virtualNetworks/v/virtualNetworkPeerings/p", "allowForwardedTraffic": true,
           "peeringState": "Connected", "peeringSyncLevel": "FullyInSync", "useRemoteGateways": true,
           "remoteAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]},
           "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/hub", "resourceGroup": "g"}}]}
        """),
    Form(
      name: "Resource Graph",
      text: """
        {"id": "/subscriptions/s/resourceGroups/G/providers/microsoft.network/virtualnetworks/V", "name": "V",
         "type": "microsoft.network/virtualnetworks", "tenantId": "t", "kind": "", "location": "westus",
         "resourceGroup": "g", "subscriptionId": "s", "managedBy": "", "sku": null, "plan": null, "tags": null,
         "properties": {
          "addressSpace": {"addressPrefixes": ["10.0.0.0/16", "fd00::/48"]},
          "dhcpOptions": {"dnsServers": ["10.0.0.4"]},
          "subnets": [{"name": "a", "properties": {
            "addressPrefixes": ["10.0.0.0/24"], "routeTable": {"id": "\(root)/routeTables/t"},
            "serviceEndpoints": [{"service": "Microsoft.Storage", "locations": ["westus", "eastus"]}],
            "privateEndpointNetworkPolicies": "RouteTableEnabled",
            "delegations": [{"name": "d", "properties": {"serviceName": "Microsoft.Web/serverFarms"}}]}}],
          "virtualNetworkPeerings": [{"name": "p", "properties": {
            "peeringState": "Connected", "peeringSyncLevel": "FullyInSync", "useRemoteGateways": true,
            "allowForwardedTraffic": true, "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/hub"},
            "remoteAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]}}}]}, "extendedLocation": null}
        """),
    Form(
      name: "PowerShell",
      text: """
        {"AddressSpace": {"AddressPrefixes": ["10.0.0.0/16", "fd00::/48"], "AddressPrefixesText": "[]"},
         "DhcpOptions": {"DnsServers": ["10.0.0.4"]}, "Subnets": [{"AddressPrefix": ["10.0.0.0/24"],
           "RouteTable": {"Id": "\(root)/routeTables/t"}, "NetworkSecurityGroup": null, "NatGateway": null,
           "ServiceEndpoints": [{"Service": "Microsoft.Storage", "Locations": ["westus", "eastus"]}],
           "PrivateEndpointNetworkPolicies": "RouteTableEnabled", "RouteTableText": "{}",
           "Delegations": [{"ServiceName": "Microsoft.Web/serverFarms", "Name": "d"}],
           "Name": "a", "Id": "\(root)/virtualNetworks/v/subnets/a"}],
         "VirtualNetworkPeerings": [{"PeeringState": "Connected", "PeeringSyncLevel": "FullyInSync",
           "AllowForwardedTraffic": true, "UseRemoteGateways": true,
           "RemoteVirtualNetwork": {"Id": "\(root)/virtualNetworks/hub"},
           "PeeredRemoteAddressSpace": {"AddressPrefixes": ["10.1.0.0/16"]},
           "RemoteVirtualNetworkAddressSpace": {"AddressPrefixes": ["10.1.0.0/16"]},
           "Name": "p", "Id": "\(root)/virtualNetworks/v/virtualNetworkPeerings/p"}],
         "ResourceGroupName": "g", "Location": "westus", "Type": "Microsoft.Network/virtualNetworks", "Tag": {},
         "Name": "v", "Id": "\(root)/virtualNetworks/v"}
        """),
  ]

  @Test("A network reads alike in every form", arguments: forms)
  func everyForm(form: Form) throws {
    let batch = try decoded(form.text)
    #expect(batch.issues.isEmpty)
    let network = try #require(batch.virtualNetworks.first)
    #expect(network.id == ResourceID("\(root)/virtualNetworks/v"))
    #expect(network.location == "westus")
    #expect(network.addressPrefixes == [try IPPrefix("10.0.0.0/16"), try IPPrefix("fd00::/48")])
    #expect(network.dnsServers == [try IPAddress("10.0.0.4")])
    let subnet = try #require(network.subnets.first)
    #expect(subnet.id == ResourceID("\(root)/virtualNetworks/v/subnets/a"))
    #expect(subnet.addressPrefixes == [try IPPrefix("10.0.0.0/24")])
    #expect(subnet.routeTable == ResourceID("\(root)/routeTables/t"))
    #expect(subnet.networkSecurityGroup == nil)
    #expect(subnet.serviceEndpoints.map(\.service) == ["Microsoft.Storage"])
    #expect(subnet.serviceEndpoints.first?.locations == ["westus", "eastus"])
    #expect(subnet.privateEndpointNetworkPolicies == .routeTableEnabled)
    #expect(subnet.delegations == ["Microsoft.Web/serverFarms"])
    let peering = try #require(network.peerings.first)
    #expect(peering.id == ResourceID("\(root)/virtualNetworks/v/virtualNetworkPeerings/p"))
    #expect(peering.remoteVirtualNetwork == ResourceID("\(root)/virtualNetworks/hub"))
    #expect(peering.peeringState == .connected)
    #expect(peering.peeringSyncLevel == .fullyInSync)
    #expect(peering.remoteAddressSpace == [try IPPrefix("10.1.0.0/16")])
    #expect(peering.useRemoteGateways && peering.allowForwardedTraffic && peering.allowVirtualNetworkAccess)
    #expect(!peering.allowGatewayTransit)
    #expect(peering.peerCompleteVnets && !peering.enableOnlyIPv6Peering)
  }

  @Test("Subnets and peerings as resources of their own read as nested ones do")
  func separateChildren() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/virtualNetworks/v/subnets/a", "name": "a", "properties": {"addressPrefix": "10.0.0.0/24"}}
      """,
      """
      {"id": "\(root)/virtualNetworks/v/virtualNetworkPeerings/p", "peerCompleteVnets": "false",
       "remoteSubnetNames": ["x", "y"], "remoteVirtualNetwork": "\(root)/virtualNetworks/hub"}
      """)
    #expect(batch.issues.isEmpty)
    #expect(batch.subnets.map(\.addressPrefixes) == [[try IPPrefix("10.0.0.0/24")]])
    #expect(batch.virtualNetworkPeerings.map(\.remoteSubnetNames) == [["x", "y"]])
    #expect(batch.virtualNetworkPeerings.map(\.peerCompleteVnets) == [false], "a flag written as text counts")
    #expect(batch.virtualNetworkPeerings.map(\.remoteVirtualNetwork?.name) == ["hub"], "a reference as text counts")
  }

  @Test("A list that PowerShell cut off at its depth is an issue, not an empty list")
  func cutOff() throws {
    let batch = try decoded(
      """
      {"Id": "\(root)/virtualNetworks/v", "Name": "v", "AddressSpace": "Microsoft.Azure.Commands.Network.Models.PSAddressSpace",
       "Subnets": "Microsoft.Azure.Commands.Network.Models.PSSubnet"}
      """)
    #expect(batch.virtualNetworks.map(\.addressPrefixes) == [[]])
    #expect(issues(batch) == ["addressSpace: not an address space", "subnets: not a list"])
  }

  struct Malformed: Sendable, CustomTestStringConvertible {
    let properties: String
    let issues: [String]
    var testDescription: String { properties }
  }

  @Test(
    "A malformed value is an issue that names the property and says what is wrong",
    arguments: [
      Malformed(
        properties: #""addressSpace": {"addressPrefixes": ["10.0.0.0/33"]}"#,
        issues: [#"addressPrefixes: "10.0.0.0/33" is not an address prefix: the length 33 at offset 9 is above 32"#]),
      Malformed(
        properties: #""addressSpace": {"addressPrefixes": [7, null, "", "10.0.0.0/8"]}"#,
        issues: ["addressPrefixes: not a text"]),
      Malformed(properties: #""addressSpace": []"#, issues: ["addressSpace: not an address space"]),
      Malformed(properties: #""subnets": {}"#, issues: ["subnets: not a list"]),
      Malformed(properties: #""subnets": [{}]"#, issues: ["subnets: an element has neither id nor name"]),
      Malformed(
        properties: #""subnets": [{"name": "a", "properties": {"routeTable": {"id": "nowhere"}}}]"#,
        issues: [#"routeTable: "nowhere" is not a resource id"#]),
      Malformed(
        properties: #""subnets": [{"name": "a", "properties": {"routeTable": true}}]"#,
        issues: ["routeTable: not a resource id"]),
      Malformed(
        properties: #""subnets": [{"name": "a", "properties": {"privateEndpointNetworkPolicies": "Sometimes"}}]"#,
        issues: [#"privateEndpointNetworkPolicies: "Sometimes" is not a value that Azimuth knows"#]),
      Malformed(
        properties: #""virtualNetworkPeerings": [{"name": "p", "properties": {}}]"#,
        issues: ["remoteVirtualNetwork: the peering names no remote network"]),
      Malformed(
        properties: """
          "virtualNetworkPeerings": [{"name": "p", "properties": {"remoteVirtualNetwork": {"id": "/a/b"},
            "peeringState": 3, "useRemoteGateways": "perhaps"}}]
          """,
        issues: ["peeringState: not a text", "useRemoteGateways: neither true nor false"]),
    ])
  func malformed(sample: Malformed) throws {
    let batch = try decoded(#"{"id": "\#(root)/virtualNetworks/v", "properties": {\#(sample.properties)}}"#)
    #expect(batch.virtualNetworks.count == 1)
    #expect(issues(batch) == sample.issues)
  }

  @Test("What is absent, null or empty is no issue")
  func absent() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/virtualNetworks/v", "properties": {"addressSpace": null, "subnets": [{"name": "a", "properties": {
        "routeTable": null, "networkSecurityGroup": {"id": ""}, "addressPrefix": "", "natGateway": {}}}]}}
      """)
    #expect(batch.issues.isEmpty)
    #expect(batch.virtualNetworks.first?.subnets.first?.routeTable == nil)
    #expect(batch.virtualNetworks.first?.subnets.first?.privateEndpointNetworkPolicies == .disabled)
  }
}
