import IPAddressing
import Testing

@Suite("Prefixes of either family")
struct IPPrefixTests {
  @Test(
    "The defaults are all of their families", arguments: [("0.0.0.0/0", IPPrefix.defaultIPv4), ("::/0", .defaultIPv6)])
  func defaults(_ text: String, _ prefix: IPPrefix) throws {
    #expect(try IPPrefix(text) == prefix)
    #expect(prefix.isDefault && prefix.length == 0 && !prefix.isPrivate && !prefix.isHost)
    #expect(prefix.description == text)
  }

  @Test("Nothing of one family contains or overlaps anything of the other")
  func families() throws {
    let host6 = IPAddress.v6(.lowest)
    #expect(!IPPrefix.defaultIPv4.contains(host6) && IPPrefix.defaultIPv6.contains(host6))
    #expect(!IPPrefix.defaultIPv4.contains(.defaultIPv6) && !IPPrefix.defaultIPv6.contains(.defaultIPv4))
    #expect(!IPPrefix.defaultIPv4.overlaps(.defaultIPv6) && !IPPrefix.defaultIPv6.overlaps(.defaultIPv4))
    #expect(IPPrefix.defaultIPv4.family == .ipv4 && IPPrefix.defaultIPv6.family == .ipv6)
    #expect(IPPrefix.defaultIPv4 < .defaultIPv6)
  }

  @Test("Within a family prefixes nest", arguments: [("10.0.0.0/8", "10.1.0.0/16"), ("fd00::/8", "fd00:1::/32")])
  func nesting(_ outer: String, _ inner: String) throws {
    let outer = try IPPrefix(outer)
    let inner = try IPPrefix(inner)
    #expect(outer.contains(inner) && !inner.contains(outer) && outer.overlaps(inner) && inner.overlaps(outer))
    #expect(outer.contains(inner.firstAddress) && outer.contains(inner.lastAddress))
    #expect(!inner.contains(outer.firstAddress))
    #expect(outer < inner)
  }

  @Test("A host's prefix is the address alone", arguments: ["10.0.0.4", "fd00::4"])
  func hosts(_ text: String) throws {
    let address = try IPAddress(text)
    let prefix = IPPrefix(host: address)
    #expect(prefix.isHost && prefix.firstAddress == address && prefix.lastAddress == address)
    #expect(try prefix == IPPrefix(text))
    #expect(prefix.description == "\(text)/\(prefix.length)")
  }

  @Test(
    "A prefix is private when all of it is",
    arguments: [
      ("10.0.0.0/8", true), ("10.0.0.0/7", false), ("8.0.0.0/6", false), ("172.16.0.0/12", true),
      ("172.0.0.0/11", false), ("192.168.0.0/16", true), ("192.168.0.0/15", false), ("100.64.0.0/10", true),
      ("100.0.0.0/8", false), ("fc00::/7", true), ("fc00::/6", false), ("fd12::/16", true), ("2001:db8::/32", false),
    ])
  func privacy(_ text: String, _ isPrivate: Bool) throws {
    #expect(try IPPrefix(text).isPrivate == isPrivate)
  }

  @Test("Host bits are masked where that is asked for")
  func hostBits() throws {
    #expect(try IPPrefix("10.1.2.3/16", hostBits: .masked).description == "10.1.0.0/16")
    #expect(try IPPrefix("fd00::1/64", hostBits: .masked).description == "fd00::/64")
    #expect(throws: AddressParseError.self) { try IPPrefix("fd00::1/64") }
  }
}
