/// A hash of text that doesn't tell ASCII letters' case apart: eight bytes at a time, each word multiplied into 128 bits
/// whose halves are folded together.
///
/// - Source: the mixing step of wyhash (Wang Yi, 2019).
struct FoldedHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Takes in bytes and how many they are: two texts in a row give another hash than the same bytes as one text.
  @inline(__always)
  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var position = 0
    while position &+ 8 <= bytes.count {
      mix(Self.fold(word: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position &+= 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for offset in 0..<bytes.count &- position {
      last |= UInt64(Self.fold(bytes[position &+ offset])) << (8 &* UInt64(truncatingIfNeeded: offset))
    }
    mix(last)
  }

  @inline(__always)
  private mutating func mix(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    value = product.high ^ product.low ^ 0xd1b5_4a32_d192_ed03
  }

  /// The lower-case form of an ASCII letter, other bytes as they are.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// Eight bytes folded at once: bit 7 of each byte of `upper` says whether the byte is a capital.
  @inline(__always)
  static func fold(word: UInt64) -> UInt64 {
    let low = word & 0x7f7f_7f7f_7f7f_7f7f
    let fromA = low &+ 0x3f3f_3f3f_3f3f_3f3f
    let aboveZ = low &+ 0x2525_2525_2525_2525
    let upper = fromA & ~aboveZ & ~word & 0x8080_8080_8080_8080
    return word | upper >> 2
  }
}
