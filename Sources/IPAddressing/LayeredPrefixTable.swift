/// A table shared by many, with a few entries of one's own laid over it.
///
/// The routes a virtual network gives to all its subnets are stored once; a subnet adds its own.
public struct LayeredPrefixTable<Address: InternetAddress>: Hashable, Sendable {
  /// An entry that was found.
  public typealias Match = PrefixMatch<Address>

  /// The entries shared with others.
  public let base: PrefixTable<Address>

  /// The entries of this table alone. They come before those of the base with an equal prefix.
  public let overlay: PrefixTable<Address>

  /// The table of both layers.
  @inlinable public init(base: PrefixTable<Address>, overlay: PrefixTable<Address>) {
    self.base = base
    self.overlay = overlay
  }

  /// Whether neither layer has an entry.
  @inlinable public var isEmpty: Bool { base.isEmpty && overlay.isEmpty }

  /// Bytes on the heap that no other table shares: those of the overlay.
  public var memoryBytesOwned: Int { overlay.memoryBytes }

  /// The value of exactly this prefix, from the overlay if it has one, or nil.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public subscript(prefix: Prefix<Address>) -> UInt32? { overlay[prefix] ?? base[prefix] }

  /// The longest entry of both layers that contains the address, or nil; the overlay's at equal length.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func longestMatch(_ address: Address) -> Match? {
    guard let own = overlay.longestMatch(address) else { return base.longestMatch(address) }
    guard let shared = base.longestMatch(address), shared.prefix.length > own.prefix.length else { return own }
    return shared
  }

  /// The entries of both layers that contain the address, the longest first and the overlay's first at equal length.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func matches(_ address: Address) -> [Match] {
    Self.merge(overlay.matches(address), base.matches(address))
  }

  /// The entries of both layers that are the prefix or contain it, ordered as `matches` are.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func covering(_ prefix: Prefix<Address>) -> [Match] {
    Self.merge(overlay.covering(prefix), base.covering(prefix))
  }

  @inlinable static func merge(_ own: some Collection<Match>, _ shared: some Collection<Match>) -> [Match] {
    var merged: [Match] = []
    var own = own[...]
    var shared = shared[...]
    while let first = own.first, let second = shared.first {
      merged.append(second.prefix.length > first.prefix.length ? shared.removeFirst() : own.removeFirst())
    }
    merged.append(contentsOf: own)
    merged.append(contentsOf: shared)
    return merged
  }
}
