internal import Estate
internal import JSONReading

/// Consecutive bytes of a file, with padding behind them.
struct TextPiece: Sendable {
  let bytes: TextBytes
  let count: Int

  /// - Parameter count: How many of the bytes are the file's.
  init(_ bytes: TextBytes, count: Int) {
    self.bytes = bytes
    self.count = count
  }

  /// A text that is in memory.
  init(_ text: [UInt8]) {
    self.init(TextBytes(text + [UInt8](repeating: 0, count: JSONParser.padding)), count: text.count)
  }

  /// The bytes without the padding; they must not leave the call.
  func withText<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Whether there is nothing but space, as a command that failed leaves behind.
  var isBlank: Bool { withText { $0.allSatisfy { [0x20, 0x09, 0x0a, 0x0d].contains($0) } } }

  /// A copy of the bytes.
  var copy: [UInt8] { withText { Array($0) } }
}
