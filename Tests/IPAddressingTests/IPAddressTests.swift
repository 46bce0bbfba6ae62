import IPAddressing
import Testing

@Suite("Addresses of either family")
struct IPAddressTests {
  @Test("A colon makes a text an IPv6 address")
  func family() throws {
    #expect(try IPAddress("10.0.0.4") == .v4(IPv4Address(10, 0, 0, 4)))
    #expect(try IPAddress("::a00:4") == .v6(IPv6Address(bits: 0x0a00_0004)))
    #expect(try IPAddress("::10.0.0.4").family == .ipv6)
    #expect(try IPAddress("10.0.0.4").description == "10.0.0.4")
    #expect(try IPAddress("::ffff:10.0.0.4").description == "::ffff:10.0.0.4")
  }

  @Test("IPv4 comes before IPv6")
  func order() {
    #expect(IPAddress.v4(.highest) < .v6(.lowest))
    #expect(IPAddress.v4(.lowest) < .v4(.highest))
  }

  @Test(
    "Private addresses end where their RFCs say",
    arguments: [
      ("9.255.255.255", false), ("10.0.0.0", true), ("10.255.255.255", true), ("11.0.0.0", false),
      ("172.15.255.255", false), ("172.16.0.0", true), ("172.31.255.255", true), ("172.32.0.0", false),
      ("192.167.255.255", false), ("192.168.0.0", true), ("192.168.255.255", true), ("192.169.0.0", false),
      ("100.63.255.255", false), ("100.64.0.0", true), ("100.127.255.255", true), ("100.128.0.0", false),
      ("fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", false), ("fc00::", true), ("fd00::1", true), ("fe00::", false),
      ("168.63.129.16", false), ("::ffff:10.0.0.1", false),
    ])
  func privacy(_ text: String, _ isPrivate: Bool) throws {
    #expect(try IPAddress(text).isPrivate == isPrivate)
    #expect(try IPPrefix(host: IPAddress(text)).isPrivate == isPrivate)
  }

  @Test(
    "Link-local addresses end where their RFCs say",
    arguments: [
      ("169.253.255.255", false), ("169.254.0.0", true), ("169.254.169.254", true), ("169.255.0.0", false),
      ("fe7f:ffff::", false), ("fe80::", true), ("febf:ffff::", true), ("fec0::", false),
    ])
  func linkLocal(_ text: String, _ isLinkLocal: Bool) throws {
    #expect(try IPAddress(text).isLinkLocal == isLinkLocal)
  }
}
