internal import CNumberSearch

/// One field of packets, cut where the rules that cover it change: for each piece a mask of the rules that cover it.
///
/// Numbers are kept in blocks of 16, so that two comparisons of 16 numbers at once find the piece among up to 272.
struct CompiledDimension: Sendable {
  static let block = 16

  /// Where the cuts start in `CompiledRules.Storage.cuts`: the first numbers of the blocks but the first, where there
  /// are several, and then the blocks, filled up with the largest number.
  var cuts: Int32 = 0
  /// How many cuts there are; 0 for a field that no rule looks at.
  var count: Int32 = 0
  /// Where the pieces' masks start; there is one piece more than cuts.
  var masks: Int32 = 0
  /// How many places the first numbers of blocks take before the blocks.
  var leads: Int32 = 0

  /// The piece that a number is in.
  ///
  /// - Complexity: O(1) for up to 272 cuts, else O(log n).
  @inline(__always)
  func piece(of number: UInt32, _ storage: UnsafePointer<UInt32>) -> Int {
    let start = storage + Int(cuts)
    let count = Int(self.count)
    if count <= Self.block { return count == 0 ? 0 : min(Self.notAbove(number, start), count) }
    let last = (count - 1) / Self.block
    let block = leads == Self.block ? min(Self.notAbove(number, start), last) : Self.notAbove(number, start, of: last)
    let inside = Self.notAbove(number, start + Int(leads) + block * Self.block)
    return min(block * Self.block + inside, count)
  }

  /// How many of 16 numbers in order are not above one.
  @inline(__always)
  private static func notAbove(_ number: UInt32, _ numbers: UnsafePointer<UInt32>) -> Int {
    Int(cnumbersearch_not_above(numbers, number))
  }

  /// How many of many numbers in order are not above one: a search by halves that never branches on what it finds.
  @inline(__always)
  private static func notAbove(_ number: UInt32, _ numbers: UnsafePointer<UInt32>, of count: Int) -> Int {
    var base = 0
    var length = count
    while length > 1 {
      let half = length / 2
      base &+= numbers[base &+ half &- 1] <= number ? half : 0
      length &-= half
    }
    return base &+ (length == 1 && numbers[base] <= number ? 1 : 0)
  }
}
