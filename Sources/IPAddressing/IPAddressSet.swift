/// A set of addresses of both families.
public struct IPAddressSet: Hashable, Sendable {
  /// The IPv4 addresses in the set.
  public var v4: AddressSet<IPv4Address>

  /// The IPv6 addresses in the set.
  public var v6: AddressSet<IPv6Address>

  /// The set of the addresses in both parts; empty where none is given.
  @inlinable public init(v4: AddressSet<IPv4Address> = AddressSet(), v6: AddressSet<IPv6Address> = AddressSet()) {
    self.v4 = v4
    self.v6 = v6
  }

  /// The addresses in any of the prefixes.
  ///
  /// - Complexity: O(n log n).
  public init(prefixes: some Sequence<IPPrefix>) {
    var v4: [IPv4Prefix] = []
    var v6: [IPv6Prefix] = []
    for prefix in prefixes {
      switch prefix {
      case .v4(let prefix): v4.append(prefix)
      case .v6(let prefix): v6.append(prefix)
      }
    }
    self.init(
      v4: v4.isEmpty ? AddressSet() : AddressSet(prefixes: v4), v6: v6.isEmpty ? AddressSet() : AddressSet(prefixes: v6)
    )
  }

  /// The addresses of one prefix.
  public init(_ prefix: IPPrefix) {
    switch prefix {
    case .v4(let prefix): self.init(v4: AddressSet(prefix.range))
    case .v6(let prefix): self.init(v6: AddressSet(prefix.range))
    }
  }

  /// Every address of both families.
  @inlinable public static var all: IPAddressSet { IPAddressSet(v4: .all, v6: .all) }

  /// Whether no address is in the set.
  @inlinable public var isEmpty: Bool { v4.isEmpty && v6.isEmpty }

  /// The fewest prefixes that make up the set, IPv4 first, in order.
  ///
  /// - Complexity: O(prefixes).
  public var prefixes: [IPPrefix] { v4.prefixes.map { .v4($0) } + v6.prefixes.map { .v6($0) } }

  /// How many addresses are in the set, as near as a `Double` is.
  ///
  /// - Complexity: O(n).
  public var addressCount: Double { v4.addressCount + v6.addressCount }

  /// Whether the address is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func contains(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let address): v4.contains(address)
    case .v6(let address): v6.contains(address)
    }
  }

  /// Whether every address of the prefix is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func contains(_ prefix: IPPrefix) -> Bool {
    switch prefix {
    case .v4(let prefix): v4.contains(prefix)
    case .v6(let prefix): v6.contains(prefix)
    }
  }

  /// Whether every address of `other` is in the set.
  ///
  /// - Complexity: O(m log n) for `other` of m ranges.
  @inlinable public func contains(_ other: IPAddressSet) -> Bool { v4.contains(other.v4) && v6.contains(other.v6) }

  /// Whether every address of the set is in `other`.
  ///
  /// - Complexity: O(n log m) for `other` of m ranges.
  @inlinable public func isSubset(of other: IPAddressSet) -> Bool { other.contains(self) }

  /// Whether an address of the prefix is in the set.
  ///
  /// - Complexity: O(log n).
  @inlinable public func overlaps(_ prefix: IPPrefix) -> Bool {
    switch prefix {
    case .v4(let prefix): v4.overlaps(prefix)
    case .v6(let prefix): v6.overlaps(prefix)
    }
  }

  /// Whether an address is in both sets.
  ///
  /// - Complexity: O(n log m), n being the smaller count of ranges.
  @inlinable public func overlaps(_ other: IPAddressSet) -> Bool { v4.overlaps(other.v4) || v6.overlaps(other.v6) }
}

extension IPAddressSet: CustomStringConvertible {
  /// The ranges of both families; `none` for the empty set.
  public var description: String {
    switch (v4.isEmpty, v6.isEmpty) {
    case (_, true): v4.description
    case (true, false): v6.description
    case (false, false): "\(v4), \(v6)"
    }
  }
}
