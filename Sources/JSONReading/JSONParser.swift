internal import CSimdJSON
public import JSONDocument

/// Parses JSON values one after the other with simdjson, whose tape is walked in place.
///
/// One parser serves one thread at a time and is reused: its buffers grow to the largest value and stay. It has one
/// owner, and nothing else knows its buffers, so it may go from thread to thread.
public struct JSONParser: ~Copyable, @unchecked Sendable {
  /// Values nested deeper than this are refused. ARM's own resources nest below 20 levels.
  public static let maximumDepth = 64

  /// Bytes that must be readable after a value's last byte.
  public static let padding = 64

  private let handle: UnsafeMutableRawPointer

  /// A parser with empty buffers; nil when memory is short.
  public init?() {
    guard let handle = csimdjson_parser_create(Self.maximumDepth) else { return nil }
    self.handle = handle
  }

  deinit { csimdjson_parser_destroy(handle) }

  /// Parses the value in `bytes` and hands a cursor on it to `body`. The cursor must not outlive the call.
  ///
  /// - Precondition: `padding` bytes after the end of `bytes` are readable.
  /// - Throws: `JSONSyntaxError` with the offset in `bytes` where the text stops being JSON.
  /// - Complexity: O(bytes).
  public mutating func withValue<Result>(
    in bytes: UnsafeRawBufferPointer, _ body: (JSONCursor) -> Result
  ) throws(JSONSyntaxError) -> Result {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress, !bytes.isEmpty else {
      throw JSONSyntaxError(offset: 0, reason: .empty)
    }
    let document = csimdjson_parse(handle, base, bytes.count)
    guard document.error == 0, let tape = document.tape, let strings = document.strings else {
      if csimdjson_error_is_depth(document.error) != 0 {
        throw JSONSyntaxError(offset: JSONSyntaxCheck.offsetOfDepth(Self.maximumDepth, in: bytes), reason: .tooDeep)
      }
      // simdjson says what is wrong but not where; the slow check runs only for this message.
      throw JSONSyntaxCheck.firstError(in: bytes)
        ?? JSONSyntaxError(offset: 0, reason: .other(String(cString: csimdjson_error_message(document.error))))
    }
    return body(JSONCursor(tape: tape, strings: strings, index: 1))
  }

  /// Parses a whole text into a value tree.
  ///
  /// - Throws: `JSONSyntaxError`.
  public static func value(of text: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    guard var parser = JSONParser() else { throw JSONSyntaxError(offset: 0, reason: .other("out of memory")) }
    var padded = text
    padded.append(contentsOf: repeatElement(0, count: padding))
    let outcome: Swift.Result<JSONValue, JSONSyntaxError> = padded.withUnsafeBytes { bytes in
      do throws(JSONSyntaxError) {
        return .success(try parser.withValue(in: UnsafeRawBufferPointer(rebasing: bytes[..<text.count])) { $0.value })
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
