/// Bytes of a text with padding behind them, so that a parser may look a little beyond its end.
///
/// They are in memory, not mapped from their file: a mapped file that somebody cuts short ends the process.
public struct TextBytes: Sendable {
  private let padded: [UInt8]

  /// Bytes whose last `JSONParser.padding` are no part of the text.
  public init(_ padded: [UInt8]) { self.padded = padded }

  /// The bytes, padding included; they must not leave the call.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    padded.withUnsafeBytes(body)
  }
}
