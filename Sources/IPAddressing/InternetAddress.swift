/// An address of one family: an unsigned integer with a way of writing it.
///
/// The generic types of this module take the family as a parameter, so that a table of IPv4 prefixes spends 4 bytes on
/// an address and not 16, and mixing the families doesn't compile. `IPAddress` is for places where either may stand.
public protocol InternetAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The integer that holds the address in host byte order, as wide as the address.
  associatedtype Bits: FixedWidthInteger & UnsignedInteger & Sendable & Hashable

  /// The address as a number; the first octet or group is in the most significant bits.
  var bits: Bits { get }

  /// The address with this number.
  init(bits: Bits)

  /// The family this type stands for.
  static var family: AddressFamily { get }

  /// Reads an address.
  ///
  /// - Throws: `AddressParseError` with the byte at which `text` stops being an address of this family.
  init(_ text: some StringProtocol) throws(AddressParseError)
}

extension InternetAddress {
  /// Bits in an address of this family: 32 or 128.
  @inlinable public static var bitWidth: Int { Bits.bitWidth }

  /// The lowest address: all bits zero.
  @inlinable public static var lowest: Self { Self(bits: .min) }

  /// The highest address: all bits one.
  @inlinable public static var highest: Self { Self(bits: .max) }

  /// The address after this one, or nil after the highest.
  @inlinable public var successor: Self? { bits == .max ? nil : Self(bits: bits &+ 1) }

  /// The address before this one, or nil before the lowest.
  @inlinable public var predecessor: Self? { bits == .min ? nil : Self(bits: bits &- 1) }

  @inlinable public static func == (left: Self, right: Self) -> Bool { left.bits == right.bits }

  /// Addresses are ordered as numbers.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }

  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}
