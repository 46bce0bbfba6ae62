/// Writes addresses as ASCII into memory that is large enough.
struct AddressFormatter {
  /// Bytes of `255.255.255.255`.
  static let longestIPv4 = 15

  /// Bytes of eight groups of four digits and their colons. An IPv4-mapped address is shorter.
  static let longestIPv6 = 39

  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func writeIPv4(_ bits: UInt32) {
    for shift in stride(from: 24, through: 0, by: -8) {
      if shift < 24 { write(UInt8(ascii: ".")) }
      writeDecimal(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func writeIPv6(_ bits: UInt128) {
    if bits >> 32 == 0xffff {
      for byte in "::ffff:".utf8 { write(byte) }
      return writeIPv4(UInt32(truncatingIfNeeded: bits))
    }
    let elided = Self.longestZeroRun(bits)
    var group = 0
    while group < 8 {
      if group == elided.lowerBound, !elided.isEmpty {
        write(UInt8(ascii: ":"))
        write(UInt8(ascii: ":"))
        group = elided.upperBound
      } else {
        if group > 0, group != elided.upperBound { write(UInt8(ascii: ":")) }
        writeHexadecimal(Self.group(group, of: bits))
        group += 1
      }
    }
  }

  private static func group(_ index: Int, of bits: UInt128) -> UInt16 {
    UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * index))
  }

  /// The first of the longest runs of two or more zero groups; empty, and before every group, where there is none.
  private static func longestZeroRun(_ bits: UInt128) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for index in 0..<8 {
      if group(index, of: bits) != 0 {
        start = index + 1
      } else if index + 1 - start > max(longest.count, 1) {
        longest = start..<index + 1
      }
    }
    return longest
  }

  private mutating func write(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  private mutating func writeDecimal(_ octet: UInt8) {
    if octet >= 100 { write(UInt8(ascii: "0") + octet / 100) }
    if octet >= 10 { write(UInt8(ascii: "0") + octet / 10 % 10) }
    write(UInt8(ascii: "0") + octet % 10)
  }

  private mutating func writeHexadecimal(_ group: UInt16) {
    let digits = max(1, (19 - group.leadingZeroBitCount) / 4)
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let digit = UInt8(truncatingIfNeeded: group >> UInt16(4 * place)) & 0xf
      write(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
