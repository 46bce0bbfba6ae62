/// Values by text, each made once: an open hash table over bytes.
///
/// Snapshots say the same prefixes, ports and tags hundreds of thousands of times.
struct TextTable<Value> {
  /// Beyond this many bytes of texts the table starts anew: one that no text repeats would only grow.
  private static var limit: Int { 4 << 20 }

  /// The texts one after the other, and where each ends.
  private var texts: [UInt8] = []
  private var entries: [(hash: UInt64, end: Int, value: Value)] = []
  /// Positions in `entries` by hash; -1 for an empty slot. At least half of them are empty.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The value of a text: the one that is known, or what `make` gives, which is kept unless it is nil.
  ///
  /// - Complexity: O(length).
  mutating func value(of text: UnsafeBufferPointer<UInt8>, _ make: () -> Value?) -> Value? {
    var folded = FoldedHash()
    folded.combine(UnsafeRawBufferPointer(text))
    var slot = Int(truncatingIfNeeded: folded.value) & (slots.count - 1)
    while slots[slot] >= 0 {
      let position = Int(slots[slot])
      if entries[position].hash == folded.value, isText(position, text) { return entries[position].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let made = make() else { return nil }
    keep(text, folded.value, made, slot)
    return made
  }

  private func isText(_ position: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = position == 0 ? 0 : entries[position - 1].end
    guard entries[position].end - start == text.count else { return false }
    return texts.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start..<start + text.count]).isEqual(text) }
  }

  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ value: Value, _ slot: Int) {
    if texts.count + text.count > Self.limit {
      self = TextTable()
      return
    }
    texts.append(contentsOf: text)
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    entries.append((hash, texts.count, value))
    if 2 * entries.count > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 4 * slots.count)
    for (position, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: position)
    }
  }
}
