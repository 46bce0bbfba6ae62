extension Prefix where Address == IPv4Address {
  /// Whether the block lies in one of RFC 1918's or in RFC 6598's shared space 100.64.0.0/10.
  @inlinable public var isPrivate: Bool {
    isInside(0x0a00_0000, 8) || isInside(0xac10_0000, 12) || isInside(0xc0a8_0000, 16) || isInside(0x6440_0000, 10)
  }

  @inlinable func isInside(_ bits: UInt32, _ length: UInt8) -> Bool {
    self.length >= length && (address.bits ^ bits) & Self.mask(length) == 0
  }
}

extension Prefix where Address == IPv6Address {
  /// Whether the block lies in the unique local addresses fc00::/7 (RFC 4193).
  @inlinable public var isPrivate: Bool { length >= 7 && address.isPrivate }
}
