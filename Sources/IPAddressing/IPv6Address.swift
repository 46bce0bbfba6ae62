/// An IPv6 address without a zone. 16 bytes.
@frozen public struct IPv6Address: InternetAddress {
  public let bits: UInt128

  @inlinable public init(bits: UInt128) { self.bits = bits }

  /// Reads the text forms of RFC 4291 section 2.2: eight groups of one to four hexadecimal digits, one run of zero
  /// groups cut to `::`, the last two groups perhaps as a dotted quad. A zone (`%eth0`) is refused: it has a meaning on
  /// one host only.
  @inlinable public init(_ text: some StringProtocol) throws(AddressParseError) {
    bits = try AddressText(text, as: .address(.ipv6)).lower
  }

  @inlinable public static var family: AddressFamily { .ipv6 }

  /// The address as RFC 5952 wants it: lowercase, no leading zeros, the first of the longest runs of two or more zero
  /// groups cut to `::`, and IPv4-mapped addresses (`::ffff:0:0/96`) with a dotted quad.
  public var description: String {
    String(unsafeUninitializedCapacity: AddressFormatter.longestIPv6) { buffer in
      var formatter = AddressFormatter(buffer)
      formatter.writeIPv6(bits)
      return formatter.count
    }
  }

  /// Whether the address is a unique local one, fc00::/7 (RFC 4193).
  @inlinable public var isPrivate: Bool { bits >> 121 == 0x7e }

  /// Whether the address is link-local, fe80::/10 (RFC 4291).
  @inlinable public var isLinkLocal: Bool { bits >> 118 == 0x3fa }
}
