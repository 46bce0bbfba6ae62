import AzureResources
import IPAddressing
import Testing

@Suite("Virtual hubs and Route Servers")
struct VirtualHubTests {
  @Test("A Route Server is a hub without a WAN, in the network of its subnet; PowerShell names its parts otherwise")
  func routeServers() throws {
    let subnet = "\(root)/virtualNetworks/v/subnets/RouteServerSubnet"
    let batch = try decoded(
      """
      {"id": "\(root)/virtualHubs/arm", "properties": {"virtualRouterIps": ["10.0.0.4", "10.0.0.5"],
        "allowBranchToBranchTraffic": true, "ipConfigurations": [{"name": "i", "properties": {"subnet": {"id": "\(subnet)"}}}],
        "bgpConnections": [{"id": "\(root)/virtualHubs/arm/bgpConnections/nva", "properties": {
          "peerAsn": 65001, "peerIp": "10.0.1.4"}}]}}
      """,
      """
      {"RouteServerAsn": 65515, "RouteServerIps": ["10.0.0.4", "10.0.0.5"], "HostedSubnet": "\(subnet)",
       "Peerings": [{"PeerAsn": 65001, "PeerIp": "10.0.1.4", "Name": "nva"}], "Id": "\(root)/virtualHubs/powershell"}
      """)
    #expect(batch.issues.isEmpty)
    for hub in batch.virtualHubs {
      #expect(hub.isRouteServer)
      #expect(hub.routeServerVirtualNetwork == ResourceID("\(root)/virtualNetworks/v"))
      #expect(hub.bgpConnections.map { String($0.id.name) } == ["nva"])
      #expect(hub.bgpConnections.map(\.peerIP?.description) == ["10.0.1.4"])
    }
    #expect(batch.virtualHubs.count == 2)
  }

  @Test("A hub's connections, tables and routing intent")
  func hubs() throws {
    let hub = "\(root)/virtualHubs/hub"
    let batch = try decoded(
      """
      {"id": "\(hub)", "properties": {"addressPrefix": "10.200.0.0/24", "virtualWan": {"id": "\(root)/virtualWans/w"}}}
      """,
      """
      {"id": "\(hub)/hubVirtualNetworkConnections/c", "properties": {
        "remoteVirtualNetwork": {"id": "\(root)/virtualNetworks/v"}, "enableInternetSecurity": false,
        "routingConfiguration": {"associatedRouteTable": {"id": "\(hub)/hubRouteTables/t"},
          "propagatedRouteTables": {"labels": ["default"], "ids": [{"id": "\(hub)/hubRouteTables/u"}]},
          "vnetRoutes": {"staticRoutes": [{"name": "s", "addressPrefixes": ["10.9.0.0/16"], "nextHopIpAddress": "10.1.0.4"}]}}}}
      """,
      """
      {"id": "\(hub)/hubRouteTables/t", "properties": {"labels": ["l"], "routes": [
        {"name": "a", "destinationType": "CIDR", "destinations": ["0.0.0.0/0"], "nextHopType": "ResourceId",
         "nextHop": "\(root)/azureFirewalls/fw"},
        {"name": "b", "destinationType": "Service", "destinations": ["O365"], "nextHop": "\(root)/azureFirewalls/fw"}]}}
      """,
      """
      {"id": "\(hub)/routingIntent/i", "properties": {"routingPolicies": [
        {"destinations": ["Internet"], "nextHop": "\(root)/azureFirewalls/fw"},
        {"destinations": ["PrivateTraffic"], "nextHop": "\(root)/azureFirewalls/fw2"}]}}
      """)
    #expect(issues(batch) == ["destinationType: only CIDR destinations of hub routes are read"])
    #expect(batch.virtualHubs.first?.isRouteServer == false)
    #expect(batch.virtualHubs.first?.routeServerVirtualNetwork == nil)
    let connection = try #require(batch.hubVirtualNetworkConnections.first)
    #expect(!connection.enableInternetSecurity)
    #expect(connection.associatedRouteTable?.name == "t")
    #expect(connection.propagatedRouteTables.map { String($0.name) } == ["u"])
    #expect(connection.propagatedLabels == ["default"])
    #expect(connection.staticRoutes.first?.nextHopIPAddress?.description == "10.1.0.4")
    #expect(batch.hubRouteTables.first?.routes.map(\.name) == ["a"])
    #expect(batch.routingIntents.first?.internet?.name == "fw")
    #expect(batch.routingIntents.first?.privateTraffic?.name == "fw2")
  }
}
