/// A block of addresses that agree in their first bits, as in `10.0.0.0/8`. 5 bytes for IPv4, 17 for IPv6.
@frozen public struct Prefix<Address: InternetAddress>: Sendable {
  /// The first address of the block; its bits beyond the length are zero.
  public let address: Address

  /// How many bits are fixed, 0 to the width of an address.
  public let length: UInt8

  /// The block of `length` fixed bits around an address.
  ///
  /// - Precondition: `length` isn't above the width of an address.
  @inlinable public init(_ address: Address, length: UInt8) {
    precondition(length <= Address.bitWidth, "a prefix longer than its address")
    self.init(unchecked: Address(bits: address.bits & Self.mask(length)), length: length)
  }

  /// Reads a prefix such as `10.0.0.0/8`; an address is the prefix of itself alone.
  ///
  /// - Parameters:
  ///   - text: The address and perhaps `/` and the length, without spaces and leading zeros.
  ///   - hostBits: What to do with bits that are set beyond the length.
  /// - Throws: `AddressParseError`.
  @inlinable public init(_ text: some StringProtocol, hostBits: HostBits = .rejected) throws(AddressParseError) {
    let read = try AddressText(text, as: .prefix(Address.family), hostBits: hostBits)
    self.init(unchecked: Address(bits: Address.Bits(truncatingIfNeeded: read.lower)), length: read.length)
  }

  /// All addresses of the family: the default route's prefix.
  @inlinable public static var all: Prefix { Prefix(.lowest, length: 0) }

  /// Whether the block is one address.
  @inlinable public var isHost: Bool { length == Address.bitWidth }

  /// The lowest address.
  @inlinable public var first: Address { address }

  /// The highest address.
  @inlinable public var last: Address { Address(bits: address.bits | ~Self.mask(length)) }

  /// The addresses from the lowest to the highest.
  @inlinable public var range: AddressRange<Address> { AddressRange(unchecked: first, last) }

  /// Whether the address lies in the block.
  @inlinable public func contains(_ address: Address) -> Bool {
    (self.address.bits ^ address.bits) & Self.mask(length) == 0
  }

  /// Whether the other block is this one or lies in it.
  @inlinable public func contains(_ other: Prefix) -> Bool { length <= other.length && contains(other.address) }

  /// Whether an address lies in both blocks. One of them then contains the other.
  @inlinable public func overlaps(_ other: Prefix) -> Bool {
    (address.bits ^ other.address.bits) & Self.mask(min(length, other.length)) == 0
  }

  @inlinable init(unchecked address: Address, length: UInt8) {
    self.address = address
    self.length = length
  }

  /// A number whose first `length` bits are one.
  @inlinable static func mask(_ length: UInt8) -> Address.Bits {
    // A shift by the whole width isn't one instruction; the select is.
    length == 0 ? 0 : Address.Bits.max &<< Address.Bits(truncatingIfNeeded: Address.bitWidth - Int(length))
  }
}

extension Prefix: Hashable, Comparable {
  @inlinable public static func == (left: Prefix, right: Prefix) -> Bool {
    left.address.bits == right.address.bits && left.length == right.length
  }

  /// Prefixes are ordered by address and then by length, so that a prefix stands right before all it contains.
  @inlinable public static func < (left: Prefix, right: Prefix) -> Bool {
    left.address.bits == right.address.bits ? left.length < right.length : left.address.bits < right.address.bits
  }

  @inlinable public func hash(into hasher: inout Hasher) {
    hasher.combine(address.bits)
    hasher.combine(length)
  }
}

extension Prefix: CustomStringConvertible {
  /// The prefix with its length, as in `10.0.0.4/32`.
  public var description: String { "\(address)/\(length)" }
}

/// A block of IPv4 addresses.
public typealias IPv4Prefix = Prefix<IPv4Address>

/// A block of IPv6 addresses.
public typealias IPv6Prefix = Prefix<IPv6Address>
