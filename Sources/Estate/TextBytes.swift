/// Bytes of a text with padding behind them: in memory, or in a file that is mapped.
public struct TextBytes: Sendable {
  private enum Storage: Sendable {
    case array([UInt8])
    case mapping(FileMapping, start: Int)
  }

  private let storage: Storage

  /// Bytes whose last `JSONParser.padding` are no part of the text.
  public init(_ padded: [UInt8]) { storage = .array(padded) }

  /// The bytes of a file from `start` on.
  public init(_ mapping: FileMapping, from start: Int) { storage = .mapping(mapping, start: start) }

  /// The bytes, padding included; they must not leave the call.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch storage {
    case .array(let array): array.withUnsafeBytes(body)
    case .mapping(let mapping, let start):
      withExtendedLifetime(mapping) { body(UnsafeRawBufferPointer(rebasing: mapping.bytes[start...])) }
    }
  }
}
