extension PrefixTable {
  /// The value of exactly this prefix, or nil.
  ///
  /// - Complexity: O(log n + depth), depth being how many entries nest there, at most the width of an address.
  @inlinable public subscript(prefix: Prefix<Address>) -> UInt32? {
    let index = nearest(to: prefix)
    return index >= 0 && lengths[index] == prefix.length ? values[index] : nil
  }

  /// The longest entry that contains the address, or nil.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func longestMatch(_ address: Address) -> Match? {
    let index = nearest(to: Prefix(address, length: UInt8(truncatingIfNeeded: Address.bitWidth)))
    return index >= 0 ? entry(at: index) : nil
  }

  /// The entries that contain the address, the longest first.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func matches(_ address: Address) -> PrefixMatches<Address> {
    PrefixMatches(self, nearest: nearest(to: Prefix(address, length: UInt8(truncatingIfNeeded: Address.bitWidth))))
  }

  /// Hands the length and value of each entry that contains the address to `body`, the longest first.
  ///
  /// - Complexity: O(log n + depth), without allocation.
  @inlinable @inline(__always)
  public func forEachMatch(_ address: Address, _ body: (_ length: Int, _ value: UInt32) -> Void) {
    var index = nearest(to: Prefix(address, length: UInt8(truncatingIfNeeded: Address.bitWidth)))
    while index >= 0 {
      body(Int(lengths[index]), values[index])
      index = Int(parents[index])
    }
  }

  /// The entries that are the prefix or contain it, the longest first.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func covering(_ prefix: Prefix<Address>) -> [Match] {
    Array(PrefixMatches(self, nearest: nearest(to: prefix)))
  }

  /// The entries that are the prefix or lie in it, by prefix.
  ///
  /// - Complexity: O(log n + depth).
  @inlinable public func covered(by prefix: Prefix<Address>) -> PrefixTableEntries<Address>.SubSequence {
    let end = countOfEntries(notAbove: prefix.last.bits)
    var start = prefix.first.predecessor.map { countOfEntries(notAbove: $0.bits) } ?? 0
    // Shorter prefixes with the same address stand before this one, and contain it.
    while start < end, bits[start] == prefix.address.bits, lengths[start] < prefix.length { start += 1 }
    return entries[start..<end]
  }

  /// The place of the longest entry that is the prefix or contains it, or -1.
  @inlinable func nearest(to prefix: Prefix<Address>) -> Int {
    let bits = bits.span
    let lengths = lengths.span
    let parents = parents.span
    var index = countOfEntries(notAbove: prefix.address.bits) - 1
    // Unchecked: places come from the arrays themselves, which are all of one length.
    while index >= 0 {
      let length = lengths[unchecked: index]
      let difference = bits[unchecked: index] ^ prefix.address.bits
      if length <= prefix.length, difference & Prefix<Address>.mask(length) == 0 { return index }
      index = Int(parents[unchecked: index])
    }
    return -1
  }

  /// How many entries have an address of `limit` or below.
  @inlinable func countOfEntries(notAbove limit: Address.Bits) -> Int {
    let bits = bits.span
    var start = 0
    var left = bits.count
    // How many rounds there are depends on the size alone, so the loop itself is never guessed wrong.
    while left > 1 {
      let half = left &>> 1
      start &+= bits[unchecked: start &+ half &- 1] <= limit ? half : 0
      left &-= half
    }
    return left == 1 && bits[unchecked: start] <= limit ? start &+ 1 : start
  }
}
