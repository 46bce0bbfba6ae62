/// The class of every IPv4 address, by the address's first 16 bits, the next 8 and the last 8.
///
/// Most blocks of addresses are of one class, and many of the others look alike: equal blocks are held once. Every
/// look-up goes through all three levels without a branch, since a branch that is guessed wrong costs more than a load:
/// an entry for addresses of one class leads to a place that holds just this class, whatever the next bits are.
struct ForwardingAddressMap: Sendable {
  /// By the first 16 bits: an entry on the place in `middle`.
  private(set) var top: [UInt32] = []
  /// Entries on the place in `bottom`: one for each class, then blocks of 256.
  private(set) var middle: [UInt32]
  /// Classes: each class itself, then blocks of 256.
  private(set) var bottom: [UInt16]

  private var middleBlocks: [[UInt32]: UInt32] = [:]
  private var bottomBlocks: [[UInt16]: UInt32] = [:]

  /// The most classes that can be numbered.
  static let limit = 1 << 16

  /// Leads to `place`, and there to one place whatever the next bits are.
  private static func entry(single place: UInt32) -> UInt32 { place << 1 }
  /// Leads to one of 256 places from `place` on, by the next bits.
  private static func entry(block place: UInt32) -> UInt32 { place << 1 | 1 }

  /// The place that an entry leads to for the next bits.
  @inline(__always)
  static func place(_ entry: UInt32, _ next: UInt32) -> UInt32 {
    (entry >> 1) &+ (next & (0 &- (entry & 1)))
  }

  /// The class of an address.
  func number(of bits: UInt32) -> Int {
    let middle = middle[Int(Self.place(top[Int(bits >> 16)], bits >> 8 & 0xff))]
    return Int(bottom[Int(Self.place(middle, bits & 0xff))])
  }

  /// - Parameter intervals: The classes, from the lowest address on; nil for more than `limit` classes.
  /// - Complexity: O(intervals + 65,536).
  init?(_ intervals: ForwardingSweep) {
    guard intervals.representatives.count <= Self.limit else { return nil }
    classCount = intervals.representatives.count
    bottom = (0..<classCount).map { UInt16(truncatingIfNeeded: $0) }
    middle = bottom.map { Self.entry(single: UInt32($0)) }
    top.reserveCapacity(1 << 16)
    var cursor = IntervalCursor(intervals)
    for high in 0..<UInt32(1 << 16) {
      cursor.move(to: high << 16)
      if cursor.covers(through: high << 16 | 0xffff) {
        top.append(Self.entry(single: cursor.currentClass))
      } else {
        top.append(Self.entry(block: middleBlock(high << 16, &cursor)))
      }
    }
    middleBlocks = [:]
    bottomBlocks = [:]
  }

  private mutating func middleBlock(_ base: UInt32, _ cursor: inout IntervalCursor) -> UInt32 {
    var block: [UInt32] = []
    block.reserveCapacity(256)
    for next in 0..<UInt32(256) {
      let start = base | next << 8
      cursor.move(to: start)
      if cursor.covers(through: start | 0xff) {
        block.append(Self.entry(single: cursor.currentClass))
      } else {
        block.append(Self.entry(block: bottomBlock(start, &cursor)))
      }
    }
    if let known = middleBlocks[block] { return known }
    let place = UInt32(truncatingIfNeeded: middle.count)
    middle += block
    middleBlocks[block] = place
    return place
  }

  private mutating func bottomBlock(_ base: UInt32, _ cursor: inout IntervalCursor) -> UInt32 {
    let block = (0..<UInt32(256)).map { last -> UInt16 in
      cursor.move(to: base | last)
      return UInt16(truncatingIfNeeded: cursor.currentClass)
    }
    if let known = bottomBlocks[block] { return known }
    let place = UInt32(truncatingIfNeeded: bottom.count)
    bottom += block
    bottomBlocks[block] = place
    return place
  }

  /// How many classes there are.
  let classCount: Int

  /// Bytes on the heap.
  var memoryBytes: Int { (top.capacity + middle.capacity) * 4 + bottom.capacity * 2 }

  /// A place among intervals that only moves on.
  private struct IntervalCursor {
    private let intervals: ForwardingSweep
    private var position = 0

    init(_ intervals: ForwardingSweep) { self.intervals = intervals }

    var currentClass: UInt32 { intervals.classes[position] }

    mutating func move(to address: UInt32) {
      while position + 1 < intervals.starts.count, intervals.starts[position + 1] <= address { position += 1 }
    }

    /// Whether the interval goes on through `last`.
    func covers(through last: UInt32) -> Bool {
      position + 1 == intervals.starts.count || intervals.starts[position + 1] > last
    }
  }
}
