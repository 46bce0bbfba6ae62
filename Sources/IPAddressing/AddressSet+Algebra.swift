extension AddressSet {
  /// The addresses in either set.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func union(_ other: AddressSet) -> AddressSet { AddressSet(intervals.union(other.intervals)) }

  /// The addresses in both sets.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func intersection(_ other: AddressSet) -> AddressSet {
    AddressSet(intervals.intersection(other.intervals))
  }

  /// The addresses in this set but not in `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func subtracting(_ other: AddressSet) -> AddressSet {
    AddressSet(intervals.subtracting(other.intervals))
  }

  /// The addresses that aren't in the set.
  ///
  /// - Complexity: O(n).
  @inlinable public var complement: AddressSet { AddressSet(intervals.complement) }

  /// Adds the addresses of `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func formUnion(_ other: AddressSet) { self = union(other) }

  /// Keeps only what is in `other` too.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func formIntersection(_ other: AddressSet) { self = intersection(other) }

  /// Takes away the addresses of `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func subtract(_ other: AddressSet) { self = subtracting(other) }
}
