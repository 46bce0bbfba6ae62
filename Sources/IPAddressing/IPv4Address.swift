/// An IPv4 address. 4 bytes.
@frozen public struct IPv4Address: InternetAddress {
  public let bits: UInt32

  @inlinable public init(bits: UInt32) { self.bits = bits }

  /// The address `first.second.third.fourth`.
  @inlinable public init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
    bits = UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth)
  }

  /// Reads a dotted quad such as `10.0.0.4`: four decimal octets without leading zeros, and nothing else.
  @inlinable public init(_ text: some StringProtocol) throws(AddressParseError) {
    bits = UInt32(truncatingIfNeeded: try AddressText(text, as: .address(.ipv4)).lower)
  }

  @inlinable public static var family: AddressFamily { .ipv4 }

  /// The address as a dotted quad.
  public var description: String {
    String(unsafeUninitializedCapacity: AddressFormatter.longestIPv4) { buffer in
      var formatter = AddressFormatter(buffer)
      formatter.writeIPv4(bits)
      return formatter.count
    }
  }

  /// Whether the address isn't routed on the internet: RFC 1918, or RFC 6598's shared space 100.64.0.0/10.
  @inlinable public var isPrivate: Bool { IPv4Prefix(self, length: 32).isPrivate }

  /// Whether the address is link-local, 169.254.0.0/16 (RFC 3927). Azure's metadata service is one of them.
  @inlinable public var isLinkLocal: Bool { bits >> 16 == 0xa9fe }
}
