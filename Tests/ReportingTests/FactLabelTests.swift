import Testing

@testable import Reporting

@Suite("Names of facts")
struct FactLabelTests {
  @Test(
    "Camel case becomes words, abbreviations keep their capitals",
    arguments: [
      ("virtualNetwork", "Virtual network"), ("id", "ID"), ("privateIPAddresses", "Private IP addresses"),
      ("enableIPForwarding", "Enable IP forwarding"), ("ipConfigurations", "IP configurations"),
      ("virtualRouterIps", "Virtual router IPs"), ("groupIds", "Group IDs"), ("vlanId", "VLAN ID"),
      ("enableBgp", "Enable BGP"), ("natGateway", "NAT gateway"), ("dnsServers", "DNS servers"), ("asn", "ASN"),
      ("peerASN", "Peer ASN"), ("", ""),
    ])
  func label(_ key: String, _ text: String) { #expect(FactLabel.text(key) == text) }
}
