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
    var block = 0
    if leads == Self.block {
      block = min(Self.notAbove(number, start), (count - 1) / Self.block)
    } else {
      var upper = (count - 1) / Self.block
      while block < upper {
        let middle = (block + upper + 1) / 2
        if start[middle - 1] <= number { block = middle } else { upper = middle - 1 }
      }
    }
    let inside = Self.notAbove(number, start + Int(leads) + block * Self.block)
    return min(block * Self.block + inside, count)
  }

  /// How many of 16 numbers in order are not above one.
  @inline(__always)
  private static func notAbove(_ number: UInt32, _ numbers: UnsafePointer<UInt32>) -> Int {
    let numbers = UnsafeRawPointer(numbers).loadUnaligned(as: SIMD16<UInt32>.self)
    let hits = SIMD16<Int32>(repeating: 0).replacing(with: 1, where: numbers .<= SIMD16(repeating: number))
    return Int(hits.wrappedSum())
  }
}
