/// A set of addresses of one family, exact at both ends of the space.
///
/// Kept as sorted ranges with a gap between any two, so equal sets are equal whatever they were made of.
/// 8 bytes a range for IPv4, 32 for IPv6.
public struct AddressSet<Address: InternetAddress>: Hashable, Sendable {
  @usableFromInline var intervals: ClosedIntervals<Address.Bits>

  /// The empty set.
  @inlinable public init() { intervals = ClosedIntervals() }

  /// The addresses in one range.
  @inlinable public init(_ range: AddressRange<Address>) {
    intervals = ClosedIntervals(range.lower.bits...range.upper.bits)
  }

  /// The addresses in any of the ranges, which may come in any order and overlap.
  ///
  /// - Complexity: O(n log n).
  @inlinable public init(_ ranges: some Sequence<AddressRange<Address>>) {
    intervals = ClosedIntervals(unordered: ranges.lazy.map { $0.lower.bits...$0.upper.bits })
  }

  /// The addresses in any of the prefixes, which may come in any order and overlap.
  ///
  /// - Complexity: O(n log n).
  @inlinable public init(prefixes: some Sequence<Prefix<Address>>) {
    intervals = ClosedIntervals(unordered: prefixes.lazy.map { $0.first.bits...$0.last.bits })
  }

  @inlinable init(_ intervals: ClosedIntervals<Address.Bits>) { self.intervals = intervals }

  /// Every address of the family.
  @inlinable public static var all: AddressSet { AddressSet(.all) }

  /// Whether no address is in the set.
  @inlinable public var isEmpty: Bool { intervals.isEmpty }

  /// The ranges in order, with a gap between any two.
  ///
  /// - Complexity: O(n).
  @inlinable public var ranges: [AddressRange<Address>] {
    intervals.intervals.map {
      AddressRange(unchecked: Address(bits: $0.lowerBound), Address(bits: $0.upperBound))
    }
  }

  /// The fewest prefixes that make up the set, in order.
  ///
  /// - Complexity: O(prefixes).
  @inlinable public var prefixes: [Prefix<Address>] {
    var prefixes: [Prefix<Address>] = []
    for range in ranges { range.appendPrefixes(to: &prefixes) }
    return prefixes
  }

  /// How many addresses are in the set; exact up to 2^53, and then as near as a `Double` is.
  ///
  /// - Complexity: O(n).
  @inlinable public var addressCount: Double {
    intervals.intervals.reduce(0) { $0 + Double($1.upperBound - $1.lowerBound) + 1 }
  }

  /// Whether the address is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func contains(_ address: Address) -> Bool { intervals.contains(address.bits) }

  /// Whether every address of the range is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func contains(_ range: AddressRange<Address>) -> Bool {
    intervals.contains(range.lower.bits...range.upper.bits)
  }

  /// Whether every address of the prefix is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func contains(_ prefix: Prefix<Address>) -> Bool { contains(prefix.range) }

  /// Whether every address of `other` is in the set.
  ///
  /// - Complexity: O(m log n) for `other` of m ranges.
  @inlinable public func contains(_ other: AddressSet) -> Bool { intervals.contains(other.intervals) }

  /// Whether every address of the set is in `other`.
  ///
  /// - Complexity: O(n log m) for `other` of m ranges.
  @inlinable public func isSubset(of other: AddressSet) -> Bool { other.contains(self) }

  /// Whether an address of the prefix is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func overlaps(_ prefix: Prefix<Address>) -> Bool {
    intervals.overlaps(prefix.first.bits...prefix.last.bits)
  }

  /// Whether an address is in both sets.
  ///
  /// - Complexity: O(n log m), n being the smaller count of ranges.
  @inlinable public func overlaps(_ other: AddressSet) -> Bool { intervals.overlaps(other.intervals) }
}

extension AddressSet: CustomStringConvertible {
  /// The ranges, those that are prefixes or addresses written as such; `none` for the empty set.
  public var description: String {
    isEmpty ? "none" : ranges.map(\.description).joined(separator: ", ")
  }
}
