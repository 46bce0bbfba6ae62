/// A set of TCP or UDP ports, 0 to 65535.
///
/// Kept as sorted ranges with a gap between any two, so equal sets are equal whatever they were made of.
/// 4 bytes a range.
public struct PortSet: Hashable, Sendable {
  @usableFromInline var intervals: ClosedIntervals<UInt16>

  /// Every port.
  public static let any = PortSet(.all)

  /// No port.
  public static let empty = PortSet(ClosedIntervals())

  /// The set of one port.
  @inlinable public init(port: UInt16) { intervals = ClosedIntervals(port...port) }

  /// The ports in any of the ranges, which may come in any order and overlap.
  ///
  /// - Complexity: O(n log n).
  @inlinable public init(_ ranges: some Sequence<ClosedRange<UInt16>>) {
    intervals = ClosedIntervals(unordered: ranges)
  }

  @inlinable init(_ intervals: ClosedIntervals<UInt16>) { self.intervals = intervals }

  /// The ranges in order, with a gap between any two.
  @inlinable public var ranges: [ClosedRange<UInt16>] { intervals.intervals }

  /// Whether no port is in the set.
  @inlinable public var isEmpty: Bool { intervals.isEmpty }

  /// Whether the port is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func contains(_ port: UInt16) -> Bool { intervals.contains(port) }

  /// Whether every port of `other` is in the set.
  ///
  /// - Complexity: O(m log n) for `other` of m ranges.
  @inlinable public func contains(_ other: PortSet) -> Bool { intervals.contains(other.intervals) }

  /// Whether every port of the set is in `other`.
  ///
  /// - Complexity: O(n log m) for `other` of m ranges.
  @inlinable public func isSubset(of other: PortSet) -> Bool { other.contains(self) }

  /// Whether a port is in both sets.
  ///
  /// - Complexity: O(n log m), n being the smaller count of ranges.
  @inlinable public func overlaps(_ other: PortSet) -> Bool { intervals.overlaps(other.intervals) }

  /// The ports in either set.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func union(_ other: PortSet) -> PortSet { PortSet(intervals.union(other.intervals)) }

  /// The ports in both sets.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func intersection(_ other: PortSet) -> PortSet { PortSet(intervals.intersection(other.intervals)) }

  /// The ports in this set but not in `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func subtracting(_ other: PortSet) -> PortSet { PortSet(intervals.subtracting(other.intervals)) }

  /// The ports that aren't in the set.
  ///
  /// - Complexity: O(n).
  @inlinable public var complement: PortSet { PortSet(intervals.complement) }

  /// Adds the ports of `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func formUnion(_ other: PortSet) { self = union(other) }
}
