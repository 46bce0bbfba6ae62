import AzureResources
import IPAddressing
import Testing

@Suite("Firewalls, NAT gateways and load balancers")
struct FirewallTests {
  @Test("A firewall's configurations, policy and settings are read, whatever the case of keys")
  func firewall() throws {
    let batch = try decoded(
      """
      {"ID": "\(root)/azureFirewalls/fw", "Properties": {"THREATINTELMODE": "deny",
       "IpConfigurations": [{"name": "a", "properties": {"privateIPAddress": "10.0.0.4",
         "publicIPAddress": {"id": "\(root)/publicIPAddresses/p"}}}],
       "managementIpConfiguration": {"name": "m", "properties": {"subnet": {"id": "\(root)/virtualNetworks/v/subnets/AzureFirewallManagementSubnet"}}},
       "hubIPAddresses": {"publicIPs": {"count": 1, "addresses": [{"address": "20.0.0.1"}]}},
       "firewallPolicy": {"id": "\(root)/firewallPolicies/p"},
       "additionalProperties": {"Network.SNAT.PrivateRanges": "IANAPrivateRanges, 20.0.0.0/8, nonsense"}}}
      """)
    let firewall = try #require(batch.azureFirewalls.first)
    #expect(firewall.threatIntelMode == .deny)
    #expect(firewall.privateIPAddress == (try IPAddress("10.0.0.4")))
    #expect(firewall.managementIPConfiguration?.subnet?.name == "AzureFirewallManagementSubnet")
    #expect(firewall.hubPublicIPAddresses == [try IPAddress("20.0.0.1")])
    #expect(firewall.firewallPolicy?.name == "p")
    let ranges = try #require(firewall.privateRanges)
    #expect(ranges.contains(try IPAddress("20.1.1.1")))
    #expect(ranges.contains(try IPAddress("192.168.0.1")))
    #expect(ranges.isIncomplete)
    #expect(issues(batch) == ["privateRanges: \"nonsense\" is neither an address nor a range"])
  }

  @Test("A policy that lists no groups at all says nothing of them; an empty list says that there are none")
  func policy() throws {
    let batch = try decoded(
      #"{"id": "\#(root)/firewallPolicies/a", "properties": {"basePolicy": {"id": "\#(root)/firewallPolicies/b"}}}"#,
      #"{"id": "\#(root)/firewallPolicies/b", "properties": {"ruleCollectionGroups": []}}"#)
    #expect(batch.firewallPolicies.map(\.ruleCollectionGroups) == [nil, []])
    #expect(batch.firewallPolicies[0].basePolicy == batch.firewallPolicies[1].id)
  }

  @Test("A NAT gateway has its addresses and prefixes of both families")
  func natGateway() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/natGateways/n", "sku": {"name": "StandardV2"}, "properties": {
       "publicIpAddresses": [{"id": "\(root)/publicIPAddresses/a"}],
       "publicIpAddressesV6": [{"id": "\(root)/publicIPAddresses/b"}],
       "publicIpPrefixes": [{"id": "\(root)/publicIPPrefixes/c"}],
       "subnets": [{"id": "\(root)/virtualNetworks/v/subnets/s"}]}}
      """, #"{"id": "\#(root)/publicIPPrefixes/c", "properties": {"ipPrefix": "20.0.0.0/28"}}"#)
    let gateway = try #require(batch.natGateways.first)
    #expect(gateway.sku == "StandardV2")
    #expect(gateway.publicIPAddresses.map { String($0.name) } == ["a", "b"])
    #expect(gateway.publicIPPrefixes == batch.publicIPPrefixes.map(\.id))
    #expect(gateway.subnets.map { String($0.name) } == ["s"])
    #expect(batch.publicIPPrefixes[0].prefix == (try IPPrefix("20.0.0.0/28")))
  }

  @Test("Outbound rules, inbound NAT rules of both kinds, probes and the SNAT switch of a load balancer are read")
  func loadBalancer() throws {
    let batch = try decoded(
      """
      {"id": "\(root)/loadBalancers/l", "sku": {"name": "Standard"}, "properties": {
       "frontendIPConfigurations": [{"name": "f", "properties": {"publicIPPrefix": {"id": "\(root)/publicIPPrefixes/c"}}}],
       "loadBalancingRules": [{"name": "r", "properties": {"disableOutboundSnat": true, "frontendPort": 80, "backendPort": 80,
         "protocol": "Tcp", "probe": {"id": "\(root)/loadBalancers/l/probes/p"}}}],
       "probes": [{"name": "p", "properties": {"protocol": "Http", "port": 8080}}],
       "outboundRules": [{"name": "o", "properties": {"protocol": "Udp",
         "frontendIPConfigurations": [{"id": "\(root)/loadBalancers/l/frontendIPConfigurations/f"}]}}],
       "inboundNatRules": [
         {"name": "one", "properties": {"frontendPort": 50000, "backendPort": 22, "protocol": "Tcp"}},
         {"name": "pool", "properties": {"frontendPort": 0, "frontendPortRangeStart": 500, "frontendPortRangeEnd": 510,
           "backendPort": 22, "protocol": "Tcp"}}]}}
      """)
    let balancer = try #require(batch.loadBalancers.first)
    #expect(balancer.isPublic(balancer.frontends[0]))
    #expect(balancer.rules[0].disableOutboundSNAT)
    #expect(balancer.rules[0].probe == balancer.probes[0].id)
    #expect(balancer.probes[0].port == 8080)
    #expect(balancer.outboundRules[0].transport == "Udp")
    #expect(balancer.outboundRules[0].frontends == balancer.frontends.map(\.id))
    #expect(balancer.inboundNATRules.map(\.frontendPort) == [50000, nil])
    #expect(balancer.inboundNATRules.map(\.frontendPorts) == [nil, 500...510])
  }
}
