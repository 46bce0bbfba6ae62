/// Small snapshots that hold something of everything that routes depend on.
enum FuzzSnapshot {
  /// The resources and observations in several forms of input.
  static let texts: [[UInt8]] = {
    let all = resources.joined(separator: ",\n")
    let told = observations.joined(separator: ",\n")
    let native = #"{"azimuth": 1, "resources": [\#(all)], "observations": [\#(told)]}"#
    let lines = (resources + observations).map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
    let wide: [UInt8] = [0xff, 0xfe] + native.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    return [Array(native.utf8), Array("[\(all),\(told)]".utf8), Array(lines.utf8), wide]
  }()

  private static let root = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

  private static let networks = [
    """
    {"id": "\(root)/virtualNetworks/hub", "location": "westus", "properties": {
      "addressSpace": {"addressPrefixes": ["10.0.0.0/16", "fd00::/48"]}, "dhcpOptions": {"dnsServers": ["10.0.0.4"]},
      "subnets": [{"name": "GatewaySubnet", "properties": {"addressPrefix": "10.0.0.0/26"}},
        {"name": "pe", "properties": {"addressPrefixes": ["10.0.1.0/24", "fd00::/64"],
          "privateEndpointNetworkPolicies": "Enabled"}}],
      "virtualNetworkPeerings": [{"name": "to-spoke", "properties": {"peeringState": "Connected",
        "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/spoke"}, "allowGatewayTransit": true,
        "remoteAddressSpace": {"addressPrefixes": ["10.1.0.0/16"]}}}]}}
    """,
    """
    {"id": "\(root)/virtualNetworks/spoke", "location": "East US", "properties": {
      "addressSpace": {"addressPrefixes": ["10.1.0.0/16"]},
      "virtualNetworkPeerings": [{"name": "to-hub", "properties": {"peeringState": "Connected",
        "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/hub"}, "useRemoteGateways": true,
        "peerCompleteVnets": false, "remoteSubnetNames": ["pe"], "remoteAddressSpace": {"addressPrefixes": ["10.0.1.0/24"]}}}]}}
    """,
    """
    {"id": "\(root)/virtualNetworks/spoke/subnets/a", "properties": {"addressPrefix": "10.1.0.0/24",
      "routeTable": {"id": "\(root)/routeTables/t"},
      "serviceEndpoints": [{"service": "Microsoft.Storage", "locations": ["westus"]}]}}
    """,
    """
    {"id": "\(root)/virtualNetworks/branch", "location": "westus", "properties": {
      "addressSpace": {"addressPrefixes": ["10.9.0.0/16"]},
      "subnets": [{"name": "b", "properties": {"addressPrefix": "10.9.0.0/24"}}]}}
    """,
    """
    {"id": "\(root)/routeTables/t", "properties": {"disableBgpRoutePropagation": false, "routes": [
      {"name": "default", "properties": {"addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualAppliance",
        "nextHopIpAddress": "10.0.2.4"}},
      {"name": "storage", "properties": {"addressPrefix": "Storage", "nextHopType": "Internet"}},
      {"name": "pe", "properties": {"addressPrefix": "10.0.1.0/24", "nextHopType": "VirtualApplianceEcmp",
        "nextHop": {"nextHopIpAddresses": ["10.0.2.4", "10.0.2.5"]}}}]}}
    """,
  ]

  private static let resources =
    networks + [
      """
      {"id": "\(root)/networkInterfaces/n", "properties": {"enableIPForwarding": true, "virtualMachine": {
        "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m"}, "ipConfigurations": [
        {"name": "i", "properties": {"privateIPAddress": "10.1.0.4", "primary": true,
          "subnet": {"id": "\(root)/virtualNetworks/spoke/subnets/a"}}}]}}
      """,
      """
      {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/m", "powerState": "VM running",
       "networkProfile": {"networkInterfaces": [{"id": "\(root)/networkInterfaces/n", "primary": true}]}}
      """,
      """
      {"id": "\(root)/privateEndpoints/e", "properties": {"subnet": {"id": "\(root)/virtualNetworks/hub/subnets/pe"},
        "customDnsConfigs": [{"fqdn": "x.blob.core.windows.net", "ipAddresses": ["10.0.1.9", "fd00::9"]}]}}
      """,
      """
      {"id": "\(root)/virtualNetworkGateways/gw", "properties": {"gatewayType": "Vpn", "enableBgp": true,
        "ipConfigurations": [{"name": "d", "properties": {"subnet": {"id": "\(root)/virtualNetworks/hub/subnets/GatewaySubnet"}}}],
        "bgpSettings": {"asn": 65515, "bgpPeeringAddress": "10.0.0.4,10.0.0.5"},
        "vpnClientConfiguration": {"vpnClientAddressPool": {"addressPrefixes": ["172.20.0.0/24"]}}}}
      """,
      """
      {"id": "\(root)/localNetworkGateways/l", "properties": {"localNetworkAddressSpace": {"addressPrefixes": ["192.168.0.0/16"]},
        "bgpSettings": {"asn": 65100, "bgpPeeringAddress": "192.168.0.1"}}}
      """,
      """
      {"id": "\(root)/connections/c", "properties": {"connectionType": "IPsec", "enableBgp": true,
        "virtualNetworkGateway1": {"id": "\(root)/virtualNetworkGateways/gw"},
        "localNetworkGateway2": {"id": "\(root)/localNetworkGateways/l"}}}
      """,
      """
      {"id": "\(root)/virtualHubs/rs", "properties": {"ipConfigurations": [
        {"name": "i", "properties": {"subnet": {"id": "\(root)/virtualNetworks/hub/subnets/RouteServerSubnet"}}}]}}
      """,
      #"{"id": "\#(root)/virtualHubs/rs/bgpConnections/nva", "properties": {"peerAsn": 65001, "peerIp": "10.0.2.4"}}"#,
      """
      {"id": "\(root)/virtualHubs/hub", "properties": {"addressPrefix": "10.200.0.0/24",
        "virtualWan": {"id": "\(root)/virtualWans/w"}}}
      """,
      """
      {"id": "\(root)/virtualHubs/hub/hubVirtualNetworkConnections/c", "properties": {
        "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/branch"}, "routingConfiguration": {
          "propagatedRouteTables": {"labels": ["default"]},
          "vnetRoutes": {"staticRoutes": [{"addressPrefixes": ["10.77.0.0/16"], "nextHopIpAddress": "10.9.0.4"}]}}}}
      """,
      """
      {"id": "\(root)/virtualHubs/hub/routingIntent/i", "properties": {"routingPolicies": [
        {"destinations": ["Internet"], "nextHop": "\(root)/azureFirewalls/fw"}]}}
      """,
      #"{"id": "\#(root)/networkManagers/m/networkGroups/g", "properties": {}}"#,
      """
      {"id": "\(root)/networkManagers/m/networkGroups/g/staticMembers/s",
       "properties": {"resourceId": "\(root)/virtualNetworks/branch"}}
      """,
      """
      {"id": "\(root)/networkManagers/m/connectivityConfigurations/c", "properties": {"connectivityTopology": "Mesh",
        "appliesToGroups": [{"networkGroupId": "\(root)/networkManagers/m/networkGroups/g"}]}}
      """,
      #"{"name": "Storage", "id": "Storage", "properties": {"addressPrefixes": ["20.1.0.0/24", "20.1.0.128/25"]}}"#,
      #"{"name": "Storage.westus", "properties": {"addressPrefixes": ["20.1.0.0/24", "2603::/32"]}}"#,
    ]

  private static let observations = [
    """
    {"method": "POST", "path": "\(root)/virtualNetworkGateways/gw/getLearnedRoutes", "status": 200,
     "observedAt": "2026-01-01T00:00:00Z", "response": {"value": [
       {"network": "192.168.7.0/24", "nextHop": "192.168.0.1", "origin": "EBgp", "asPath": "65100", "weight": 32768},
       {"network": "10.1.0.0/24", "nextHop": "192.168.0.1", "origin": "EBgp", "asPath": "65100-65500", "weight": 32768},
       {"network": "10.0.0.0/16", "origin": "Network", "weight": 32768}]}}
    """,
    """
    {"method": "POST", "path": "\(root)/virtualHubs/rs/bgpConnections/nva/learnedRoutes", "response": {
      "RouteServiceRole_IN_0": [{"network": "0.0.0.0/0", "nextHop": "10.0.2.4", "origin": "EBgp", "asPath": "65001"}]}}
    """,
    #"{"\#(root)/virtualNetworkGateways/other": {"value": [{"network": "10.5.0.0/16", "nextHop": "10.0.0.1"}]}}"#,
  ]
}
