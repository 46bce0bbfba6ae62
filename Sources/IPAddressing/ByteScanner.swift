/// A position in ASCII text, and the decimal numbers every parser of this module reads there.
struct ByteScanner {
  /// What stands where a decimal number should.
  enum Decimal {
    /// No digit.
    case missing
    /// Two or more digits that start with 0.
    case leadingZero
    /// A number, held down at a million however many digits there are.
    case value(UInt32)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte at the position, or 0 at the end; no text of this module may hold a 0 either.
  var current: UInt8 { isAtEnd ? 0 : bytes[position] }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard !isAtEnd, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Reads digits as far as they go.
  mutating func decimal() -> Decimal {
    let start = position
    var value: UInt32 = 0
    while Self.isDigit(current) {
      value = min(value * 10 + UInt32(current - UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    if position == start { return .missing }
    return position > start + 1 && bytes[start] == UInt8(ascii: "0") ? .leadingZero : .value(value)
  }
}
