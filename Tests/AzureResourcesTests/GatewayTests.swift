import AzureResources
import IPAddressing
import Testing

@Suite("Gateways, sites and connections")
struct GatewayTests {
  private func gateway(_ properties: String) throws -> (gateway: VirtualNetworkGateway, issues: [String]) {
    let batch = try decoded(#"{"id": "\#(root)/virtualNetworkGateways/gw", "location": "westus", \#(properties)}"#)
    return (try #require(batch.virtualNetworkGateways.first), issues(batch))
  }

  @Test(
    "A gateway's instances are read from either property",
    arguments: [
      """
      "properties": {"gatewayType": "Vpn", "activeActive": true, "enableBgp": true, "bgpSettings": {"asn": 65515,
        "bgpPeeringAddress": "10.0.0.4,10.0.0.5", "bgpPeeringAddresses": [
          {"defaultBgpIpAddresses": ["10.0.0.4"]}, {"defaultBgpIpAddresses": ["10.0.0.5"]}]}}
      """,
      """
      "gatewayType": "Vpn", "active": true, "enableBgp": true, "bgpSettings": {"asn": 65515,
        "bgpPeeringAddress": "10.0.0.4,10.0.0.5"}
      """,
      """
      "GatewayType": "Vpn", "ActiveActive": true, "EnableBgp": true, "BgpSettings": {"Asn": 65515,
        "BgpPeeringAddress": "10.0.0.4, 10.0.0.5", "BgpPeeringAddresses": []}
      """,
    ])
  func instances(properties: String) throws {
    let (gateway, issues) = try gateway(properties)
    #expect(issues.isEmpty)
    #expect(gateway.gatewayType == .vpn)
    #expect(gateway.activeActive && gateway.enableBgp)
    #expect(gateway.asn == 65515)
    #expect(gateway.instanceAddresses.map(\.description) == ["10.0.0.4", "10.0.0.5"])
  }

  @Test("A gateway is in the network of its subnet, and knows its client pools and default site")
  func place() throws {
    let (gateway, issues) = try gateway(
      """
      "properties": {"gatewayType": "ExpressRoute", "ipConfigurations": [{"name": "default", "properties": {
        "subnet": {"id": "\(root)/virtualNetworks/v/subnets/GatewaySubnet"}}}],
        "gatewayDefaultSite": {"id": "\(root)/localNetworkGateways/l"},
        "vpnClientConfiguration": {"vpnClientAddressPool": {"addressPrefixes": ["172.16.0.0/24"]}}}
      """)
    #expect(issues.isEmpty)
    #expect(gateway.gatewayType == .expressRoute)
    #expect(gateway.virtualNetwork == ResourceID("\(root)/virtualNetworks/v"))
    #expect(gateway.gatewayDefaultSite?.name == "l")
    #expect(gateway.clientAddressPools.map(\.description) == ["172.16.0.0/24"])
  }

  @Test("Malformed instance addresses and types are issues")
  func malformed() throws {
    let (gateway, issues) = try gateway(
      """
      "properties": {"gatewayType": "Teleport", "enableBgp": 1, "bgpSettings": {"bgpPeeringAddress": "10.0.0.4,x"}}
      """)
    #expect(gateway.instanceAddresses.map(\.description) == ["10.0.0.4"])
    #expect(issues.count == 3)
    #expect(issues.first == #"gatewayType: "Teleport" is not a value that Azimuth knows"#)
    #expect(issues.dropFirst().first == "enableBgp: neither true nor false")
    #expect(issues.last?.hasPrefix("bgpPeeringAddress: ") == true)
  }

  @Test("Sites and connections read from ARM and flattened")
  func connections() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/localNetworkGateways/l", "properties": {"gatewayIpAddress": "198.51.100.1",
        "localNetworkAddressSpace": {"addressPrefixes": ["192.168.0.0/24"]},
        "bgpSettings": {"asn": "65100", "bgpPeeringAddress": "192.168.0.1"}}}
      """,
      """
      {"id": "\(root)/connections/c", "connectionType": "IPsec", "enableBgp": true, "connectionStatus": "Connected",
       "virtualNetworkGateway1": {"id": "\(root)/virtualNetworkGateways/gw"},
       "localNetworkGateway2": {"id": "\(root)/localNetworkGateways/l"}}
      """,
      """
      {"id": "\(root)/connections/e", "properties": {"connectionType": "ExpressRoute",
        "virtualNetworkGateway1": {"id": "\(root)/virtualNetworkGateways/er"},
        "peer": {"id": "\(root)/expressRouteCircuits/x"}}}
      """)
    #expect(batch.issues.isEmpty)
    let site = try #require(batch.localNetworkGateways.first)
    #expect(site.addressPrefixes.map(\.description) == ["192.168.0.0/24"])
    #expect(site.asn == 65100, "a number as text counts")
    #expect(site.bgpPeeringAddress?.description == "192.168.0.1")
    #expect(batch.connections.map(\.connectionType) == [.ipsec, .expressRoute])
    #expect(batch.connections.map(\.enableBgp) == [true, false])
    #expect(batch.connections.map(\.localNetworkGateway2?.name) == ["l", nil])
    #expect(batch.connections.map(\.peer?.name) == [nil, "x"])
  }

  @Test("Circuits and their peerings")
  func circuits() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/expressRouteCircuits/x", "properties": {"circuitProvisioningState": "Enabled",
        "serviceProviderProvisioningState": "Provisioned", "peerings": [{"name": "AzurePrivatePeering", "properties": {
          "peeringType": "AzurePrivatePeering", "state": "Enabled", "peerASN": 65000, "azureASN": 12076, "vlanId": 100,
          "primaryPeerAddressPrefix": "192.168.255.0/30", "secondaryPeerAddressPrefix": "192.168.255.4/30"}}]}}
      """)
    let peering = try #require(batch.expressRouteCircuits.first?.peerings.first)
    #expect(peering.id.name == "AzurePrivatePeering")
    #expect([peering.peerASN, peering.azureASN, peering.vlanID] == [65000, 12076, 100])
    #expect(peering.primaryPeerAddressPrefix?.description == "192.168.255.0/30")
    #expect(peering.secondaryPeerAddressPrefix?.description == "192.168.255.4/30")
  }
}
