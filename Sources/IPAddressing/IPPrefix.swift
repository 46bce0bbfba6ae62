/// A block of addresses of either family. IPv4 prefixes come before all IPv6 prefixes.
public enum IPPrefix: Hashable, Comparable, Sendable {
  case v4(IPv4Prefix)
  case v6(IPv6Prefix)

  /// Reads a prefix as `Prefix` does; a text with a colon is one of IPv6.
  ///
  /// - Throws: `AddressParseError`.
  @inlinable public init(_ text: some StringProtocol, hostBits: HostBits = .rejected) throws(AddressParseError) {
    let read = try AddressText(text, as: .prefix(nil), hostBits: hostBits)
    self =
      switch read.family {
      case .ipv4: .v4(IPv4Prefix(IPv4Address(bits: UInt32(truncatingIfNeeded: read.lower)), length: read.length))
      case .ipv6: .v6(IPv6Prefix(IPv6Address(bits: read.lower), length: read.length))
      }
  }

  /// The prefix of one address: its /32 or /128.
  @inlinable public init(host: IPAddress) {
    self =
      switch host {
      case .v4(let address): .v4(IPv4Prefix(address, length: 32))
      case .v6(let address): .v6(IPv6Prefix(address, length: 128))
      }
  }

  /// `0.0.0.0/0`.
  public static let defaultIPv4 = IPPrefix.v4(.all)

  /// `::/0`.
  public static let defaultIPv6 = IPPrefix.v6(.all)

  /// The family of the addresses.
  @inlinable public var family: AddressFamily {
    switch self {
    case .v4: .ipv4
    case .v6: .ipv6
    }
  }

  /// How many bits are fixed.
  @inlinable public var length: Int {
    switch self {
    case .v4(let prefix): Int(prefix.length)
    case .v6(let prefix): Int(prefix.length)
    }
  }

  /// The lowest address.
  @inlinable public var firstAddress: IPAddress {
    switch self {
    case .v4(let prefix): .v4(prefix.first)
    case .v6(let prefix): .v6(prefix.first)
    }
  }

  /// The highest address.
  @inlinable public var lastAddress: IPAddress {
    switch self {
    case .v4(let prefix): .v4(prefix.last)
    case .v6(let prefix): .v6(prefix.last)
    }
  }

  /// Whether the block is one address.
  @inlinable public var isHost: Bool { length == family.bitWidth }

  /// Whether the block is all of its family: `0.0.0.0/0` or `::/0`.
  @inlinable public var isDefault: Bool { length == 0 }

  /// Whether all of the block is private, as `IPAddress.isPrivate` says.
  @inlinable public var isPrivate: Bool {
    switch self {
    case .v4(let prefix): prefix.isPrivate
    case .v6(let prefix): prefix.isPrivate
    }
  }

  /// Whether the address lies in the block; never across families.
  @inlinable public func contains(_ address: IPAddress) -> Bool {
    switch (self, address) {
    case (.v4(let prefix), .v4(let address)): prefix.contains(address)
    case (.v6(let prefix), .v6(let address)): prefix.contains(address)
    default: false
    }
  }

  /// Whether the other block is this one or lies in it; never across families.
  @inlinable public func contains(_ other: IPPrefix) -> Bool {
    switch (self, other) {
    case (.v4(let left), .v4(let right)): left.contains(right)
    case (.v6(let left), .v6(let right)): left.contains(right)
    default: false
    }
  }

  /// Whether an address lies in both blocks; never across families.
  @inlinable public func overlaps(_ other: IPPrefix) -> Bool {
    switch (self, other) {
    case (.v4(let left), .v4(let right)): left.overlaps(right)
    case (.v6(let left), .v6(let right)): left.overlaps(right)
    default: false
    }
  }
}

extension IPPrefix: CustomStringConvertible {
  /// The prefix with its length, as in `10.0.0.4/32`.
  public var description: String {
    switch self {
    case .v4(let prefix): prefix.description
    case .v6(let prefix): prefix.description
    }
  }
}
