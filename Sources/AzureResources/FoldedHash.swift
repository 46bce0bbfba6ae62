/// FNV-1a over bytes with ASCII letters folded to lower case.
///
/// - Source: Fowler, Noll, Vo; draft-eastlake-fnv.
struct FoldedHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(Self.fold(byte))) &* 0x0000_0100_0000_01b3
  }

  /// The lower-case form of an ASCII letter, other bytes as they are.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
