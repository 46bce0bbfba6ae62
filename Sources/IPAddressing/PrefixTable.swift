/// A table from prefixes to numbers, asked for the longest prefix that contains an address.
///
/// Made for thousands of small tables at a time: immutable, so a copy is free, and packed. Four parallel arrays hold
/// the addresses, the lengths, the values and, for each entry, the place of the longest entry around it: 13 bytes an
/// entry for IPv4 and 25 for IPv6, and 32 bytes for each array.
///
/// In the order of prefixes, everything around an entry stands before it. So the last entry whose address isn't above
/// the one that is looked up is the match itself or lies next to it, and the match is one of the entries around it.
public struct PrefixTable<Address: InternetAddress>: Hashable, Sendable {
  /// An entry that was found.
  public typealias Match = PrefixMatch<Address>

  @usableFromInline let bits: [Address.Bits]
  @usableFromInline let lengths: [UInt8]
  /// The place of the longest entry around each one, or -1.
  @usableFromInline let parents: [Int32]
  @usableFromInline let values: [UInt32]

  /// The table of the entries, which may come in any order; of those with equal prefixes the last one counts.
  ///
  /// - Precondition: There are fewer than 2^31 entries.
  /// - Complexity: O(n log n), and O(n) where the entries are in order.
  @inlinable public init(_ entries: some Sequence<(prefix: Prefix<Address>, value: UInt32)>) {
    // The sort keeps the order of equal prefixes.
    let sorted = entries.sorted { $0.prefix < $1.prefix }
    var unique: [Match] = []
    unique.reserveCapacity(sorted.count)
    for entry in sorted {
      if unique.last?.prefix == entry.prefix { unique.removeLast() }
      unique.append(Match(prefix: entry.prefix, value: entry.value))
    }
    bits = unique.map { $0.prefix.address.bits }
    lengths = unique.map { $0.prefix.length }
    values = unique.map { $0.value }
    parents = Self.parents(of: unique)
  }

  /// The table without entries.
  @inlinable public init() { self.init(EmptyCollection()) }

  /// How many prefixes the table has.
  @inlinable public var count: Int { bits.count }

  /// Whether the table has no entry.
  @inlinable public var isEmpty: Bool { bits.isEmpty }

  /// Bytes on the heap. Copies of a table share them.
  public var memoryBytes: Int {
    isEmpty
      ? 0
      : bits.capacity * MemoryLayout<Address.Bits>.stride + lengths.capacity + (parents.capacity + values.capacity) * 4
        + 4 * 32
  }

  /// All entries by prefix: by address, and then the shorter first.
  @inlinable public var entries: PrefixTableEntries<Address> { PrefixTableEntries(self) }

  @inlinable func entry(at index: Int) -> Match {
    Match(prefix: Prefix(unchecked: Address(bits: bits[index]), length: lengths[index]), value: values[index])
  }

  /// The place of the longest entry around each one.
  @inlinable static func parents(of entries: [Match]) -> [Int32] {
    precondition(entries.count <= Int32.max, "a table of 2^31 entries or more")
    var parents: [Int32] = []
    parents.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      var parent = Int32(truncatingIfNeeded: index - 1)
      while parent >= 0, !entries[Int(parent)].prefix.contains(entry.prefix) { parent = parents[Int(parent)] }
      parents.append(parent)
    }
    return parents
  }
}
