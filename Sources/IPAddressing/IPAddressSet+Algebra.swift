extension IPAddressSet {
  /// The addresses in either set.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func union(_ other: IPAddressSet) -> IPAddressSet {
    IPAddressSet(v4: v4.union(other.v4), v6: v6.union(other.v6))
  }

  /// The addresses in both sets.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func intersection(_ other: IPAddressSet) -> IPAddressSet {
    IPAddressSet(v4: v4.intersection(other.v4), v6: v6.intersection(other.v6))
  }

  /// The addresses in this set but not in `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public func subtracting(_ other: IPAddressSet) -> IPAddressSet {
    IPAddressSet(v4: v4.subtracting(other.v4), v6: v6.subtracting(other.v6))
  }

  /// The addresses of both families that aren't in the set.
  ///
  /// - Complexity: O(n).
  @inlinable public var complement: IPAddressSet { IPAddressSet(v4: v4.complement, v6: v6.complement) }

  /// Adds the addresses of `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func formUnion(_ other: IPAddressSet) { self = union(other) }

  /// Keeps only what is in `other` too.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func formIntersection(_ other: IPAddressSet) { self = intersection(other) }

  /// Takes away the addresses of `other`.
  ///
  /// - Complexity: O(n + m).
  @inlinable public mutating func subtract(_ other: IPAddressSet) { self = subtracting(other) }
}
