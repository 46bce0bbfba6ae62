/// The groups of an IPv6 address while it is read.
struct IPv6Groups {
  private var read: UInt128 = 0
  private var count = 0
  /// How many groups stand before the `::`.
  private var countBeforeElision: Int?

  var isElided: Bool { countBeforeElision != nil }

  /// Whether `more` groups fit. A `::` takes the place of one at least (RFC 4291).
  func hasRoom(for more: Int) -> Bool { count + more <= (isElided ? 7 : 8) }

  var isComplete: Bool { isElided || count == 8 }

  /// The address, once it is complete.
  var bits: UInt128 {
    guard let countBeforeElision else { return read }
    let width = UInt128(16 * (count - countBeforeElision))
    let tail = read & ~(UInt128.max << width)
    return (read >> width) << UInt128(128 - 16 * countBeforeElision) | tail
  }

  mutating func append(_ group: UInt16) {
    read = read << 16 | UInt128(group)
    count += 1
  }

  mutating func elide() { countBeforeElision = count }
}
