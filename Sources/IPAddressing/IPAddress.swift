/// An address of either family. IPv4 addresses come before all IPv6 addresses.
public enum IPAddress: Hashable, Comparable, Sendable {
  case v4(IPv4Address)
  case v6(IPv6Address)

  /// Reads an address as `IPv4Address` and `IPv6Address` do; a text with a colon is one of IPv6.
  ///
  /// - Throws: `AddressParseError`.
  @inlinable public init(_ text: some StringProtocol) throws(AddressParseError) {
    let read = try AddressText(text, as: .address(nil))
    self =
      switch read.family {
      case .ipv4: .v4(IPv4Address(bits: UInt32(truncatingIfNeeded: read.lower)))
      case .ipv6: .v6(IPv6Address(bits: read.lower))
      }
  }

  /// The family of the address.
  @inlinable public var family: AddressFamily {
    switch self {
    case .v4: .ipv4
    case .v6: .ipv6
    }
  }

  /// Whether the address isn't routed on the internet: RFC 1918, 100.64.0.0/10 (RFC 6598) and fc00::/7 (RFC 4193).
  @inlinable public var isPrivate: Bool {
    switch self {
    case .v4(let address): address.isPrivate
    case .v6(let address): address.isPrivate
    }
  }

  /// Whether the address is link-local: 169.254.0.0/16 or fe80::/10.
  @inlinable public var isLinkLocal: Bool {
    switch self {
    case .v4(let address): address.isLinkLocal
    case .v6(let address): address.isLinkLocal
    }
  }
}

extension IPAddress: CustomStringConvertible {
  /// The address as its family writes it.
  public var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }
}
