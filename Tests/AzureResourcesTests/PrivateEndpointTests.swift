import AzureResources
import IPAddressing
import Testing

@Suite("Private endpoints, firewalls, load balancers and groups")
struct PrivateEndpointTests {
  @Test("An endpoint's addresses come from its configurations and its DNS entries, each once")
  func endpoints() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/privateEndpoints/e", "properties": {"subnet": {"id": "\(root)/virtualNetworks/v/subnets/a"},
        "networkInterfaces": [{"id": "\(root)/networkInterfaces/n"}],
        "ipConfigurations": [{"name": "i", "properties": {"privateIPAddress": "10.0.0.4"}}],
        "customDnsConfigs": [{"fqdn": "x", "ipAddresses": ["10.0.0.4", "10.0.0.5"]}],
        "privateLinkServiceConnections": [{"name": "c", "properties": {"privateLinkServiceId": "\(root)/x/y",
          "groupIds": ["blob"], "privateLinkServiceConnectionState": {"status": "Approved"}}}],
        "manualPrivateLinkServiceConnections": []}}
      """,
      """
      {"Id": "\(root)/privateEndpoints/f", "Subnet": {"Id": "\(root)/virtualNetworks/v/subnets/a"},
       "CustomDnsConfigs": [{"Fqdn": "y", "IpAddresses": ["10.0.0.6"]}], "IpConfigurations": null,
       "ManualPrivateLinkServiceConnections": [{"PrivateLinkServiceId": "\(root)/x/z", "GroupIds": ["vault"],
         "PrivateLinkServiceConnectionState": {"Status": "Pending"}}]}
      """)
    #expect(batch.issues.isEmpty)
    #expect(
      batch.privateEndpoints.map { $0.addresses.map(\.description) } == [["10.0.0.4", "10.0.0.5"], ["10.0.0.6"]])
    #expect(batch.privateEndpoints.map { $0.connections.map(\.status) } == [["Approved"], ["Pending"]])
    #expect(batch.privateEndpoints.map { $0.connections.flatMap(\.groupIDs) } == [["blob"], ["vault"]])
    #expect(batch.privateEndpoints.map { $0.networkInterfaces.count } == [1, 0])
  }

  @Test("A firewall's address is its own, or the one in its hub")
  func firewalls() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/azureFirewalls/a", "properties": {"ipConfigurations": [
        {"name": "m", "properties": {}}, {"name": "i", "properties": {"privateIPAddress": "10.0.1.4"}}]}}
      """,
      """
      {"id": "\(root)/azureFirewalls/b", "properties": {"virtualHub": {"id": "\(root)/virtualHubs/h"},
        "hubIPAddresses": {"privateIPAddress": "10.200.0.132"}}}
      """)
    #expect(batch.azureFirewalls.map(\.privateIPAddress?.description) == ["10.0.1.4", "10.200.0.132"])
  }

  @Test("A load balancer's rule says whether it takes every port, and names its pools either way")
  func loadBalancers() throws {
    let pool = "\(root)/loadBalancers/l/backendAddressPools/p"
    let batch = try decoded(
      """
      {"id": "\(root)/loadBalancers/l", "sku": {"name": "Standard"}, "properties": {
        "frontendIPConfigurations": [{"name": "f", "properties": {"privateIPAddress": "10.0.0.10"}}],
        "loadBalancingRules": [
          {"name": "ha", "properties": {"protocol": "All", "frontendPort": 0, "backendPort": 0,
            "enableFloatingIP": true, "backendAddressPool": {"id": "\(pool)"}}},
          {"name": "web", "properties": {"protocol": "Tcp", "frontendPort": 443, "backendPort": 8443,
            "backendAddressPools": [{"id": "\(pool)"}]}}]}}
      """)
    let balancer = try #require(batch.loadBalancers.first)
    #expect(balancer.sku == "Standard")
    #expect(balancer.frontends.map(\.privateIPAddress?.description) == ["10.0.0.10"])
    #expect(balancer.rules.map(\.isHighAvailabilityPorts) == [true, false])
    #expect(balancer.rules.map { $0.backendPools.map(\.text) } == [[pool], [pool]])
    #expect(balancer.rules.map(\.enableFloatingIP) == [true, false])
  }

  @Test("A network manager's groups, and members of their own")
  func groups() throws {
    let manager = "\(root)/networkManagers/m"
    let batch = try decoded(
      #"{"id": "\#(manager)/networkGroups/g", "properties": {}}"#,
      """
      {"id": "\(manager)/networkGroups/g/staticMembers/s", "properties": {"resourceId": "\(root)/virtualNetworks/v"}}
      """,
      """
      {"id": "\(manager)/connectivityConfigurations/c", "properties": {"connectivityTopology": "mesh", "isGlobal": "True",
        "appliesToGroups": [{"networkGroupId": "\(manager)/networkGroups/g", "groupConnectivity": "DirectlyConnected",
          "isGlobal": "False", "useHubGateway": "False"}], "hubs": []}}
      """)
    #expect(batch.issues.isEmpty)
    #expect(batch.networkGroups.map(\.members) == [nil])
    #expect(batch.staticMembers.map(\.resource?.name) == ["v"])
    let configuration = try #require(batch.connectivityConfigurations.first)
    #expect(configuration.isMesh && configuration.isGlobal)
    #expect(configuration.groups.map(\.isDirectlyConnected) == [true])
    #expect(configuration.groups.map(\.isGlobal) == [false])
  }
}
