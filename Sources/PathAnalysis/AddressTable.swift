/// Numbers by network and IPv4 address: an open hash table whose entries lie side by side, since an estate has hundreds
/// of thousands of addresses and a look-up should cost one fetch from memory.
struct AddressTable: Sendable {
  private struct Entry: Sendable {
    var key: UInt64
    var value: Int32
  }

  /// No network has this number.
  private static let free = UInt64.max

  private var entries = [Entry](repeating: Entry(key: free, value: 0), count: 64)
  private var count = 0

  private static func key(_ network: Int, _ address: UInt32) -> UInt64 { UInt64(network) << 32 | UInt64(address) }

  /// Where a key is, or belongs. At least half of the places are free.
  private func place(of key: UInt64) -> Int {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4), its upper half folded in for large tables.
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: mixed ^ mixed >> 32) & (entries.count - 1)
    while entries[place].key != key, entries[place].key != Self.free { place = (place + 1) & (entries.count - 1) }
    return place
  }

  /// The number of an address in a network; nil where it has none.
  ///
  /// - Complexity: O(1).
  func value(ofNetwork network: Int, _ address: UInt32) -> Int32? {
    let key = Self.key(network, address)
    let entry = entries[place(of: key)]
    return entry.key == key ? entry.value : nil
  }

  /// Gives an address in a network a number, in the place of the one that it has.
  mutating func set(_ value: Int32, network: Int, _ address: UInt32) {
    if 2 * (count + 1) > entries.count { grow() }
    let key = Self.key(network, address)
    let place = place(of: key)
    if entries[place].key == Self.free { count += 1 }
    entries[place] = Entry(key: key, value: value)
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(key: Self.free, value: 0), count: 4 * old.count)
    for entry in old where entry.key != Self.free { entries[place(of: entry.key)] = entry }
  }
}
