internal import CSimdJSON

/// Walks over JSON text by its brackets and quotes alone.
struct JSONScanner {
  /// Why a walk can't go on.
  enum Stop: Error {
    /// The text ends here; more may follow.
    case incomplete
    case fault(JSONSyntaxError)
  }

  let bytes: UnsafeRawBufferPointer
  let isLast: Bool
  var position = 0

  init(bytes: UnsafeRawBufferPointer, isLast: Bool) {
    self.bytes = bytes
    self.isLast = isLast
  }

  /// The byte at the position. The position must be inside the text.
  var current: UInt8 { bytes[position] }

  var unexpected: Stop { .fault(JSONSyntaxError(offset: position, reason: .unexpectedByte(current))) }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0a, 0x0d: position += 1
      default: return
      }
    }
  }

  /// Skips space and makes sure that a byte is there.
  mutating func require() throws(Stop) {
    skipSpace()
    guard position < bytes.count else { throw .incomplete }
  }

  /// Reads `"key":` and stands at its value; gives the bytes between the quotes, escapes as they are.
  mutating func key() throws(Stop) -> Range<Int> {
    guard current == UInt8(ascii: "\"") else { throw unexpected }
    let start = position + 1
    try skipString()
    let name = start..<position - 1
    try require()
    guard current == UInt8(ascii: ":") else { throw unexpected }
    position += 1
    try require()
    return name
  }

  /// Whether the bytes are `text`, without regard to ASCII case.
  func equal(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount
      && range.enumerated().allSatisfy { offset, place in bytes[place] | 0x20 == text.utf8Start[offset] | 0x20 }
  }

  /// Stands after the value that starts here.
  mutating func skipValue() throws(Stop) {
    switch current {
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer()
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"): throw unexpected
    default: try skipScalar()
    }
  }

  private mutating func skipScalar() throws(Stop) {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09, 0x0a, 0x0d: return
      default: position += 1
      }
    }
    if !isLast { throw .incomplete }
  }

  private mutating func skipContainer() throws(Stop) {
    let text = bytes.baseAddress.map { $0.assumingMemoryBound(to: UInt8.self) + position }
    let length = cjsonscan_container(text, bytes.count - position)
    if length > 0 {
      position += length
      return
    }
    try skipContainerByByte()
  }

  /// Says where a container that has no end, or isn't JSON, stops.
  private mutating func skipContainerByByte() throws(Stop) {
    var depth = 0
    let count = bytes.count
    while position < count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        try skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          position += 1
          return
        }
      default: break
      }
      position += 1
    }
    throw .incomplete
  }

  /// Stands after the string that starts here. Eight bytes at a step: ids make up most of a snapshot.
  private mutating func skipString() throws(Stop) {
    position += 1
    let count = bytes.count
    while true {
      while position + 8 <= count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let found = Self.zeroBytes(word ^ Self.quotes) | Self.zeroBytes(word ^ Self.backslashes)
        if found != 0 {
          position += found.trailingZeroBitCount >> 3
          break
        }
        position += 8
      }
      guard position < count else { throw .incomplete }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        guard position + 1 < count else { throw .incomplete }
        position += 2
      default: position += 1
      }
    }
  }

  private static let quotes: UInt64 = 0x2222_2222_2222_2222
  private static let backslashes: UInt64 = 0x5c5c_5c5c_5c5c_5c5c

  /// Marks the top bit of each byte that is zero; the lowest mark is exact (Mycroft, 1987).
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
