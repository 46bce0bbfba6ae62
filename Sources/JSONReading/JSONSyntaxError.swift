/// Where and why a text stops being JSON.
public struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Reason: Hashable, Sendable {
    case empty
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case invalidUTF8
    case invalidEscape
    case controlCharacterInString
    case invalidNumber
    case unknownWord
    case tooDeep
    case tooLarge(limitInBytes: Int)
    case trailingText
    case other(String)
  }

  /// Bytes from the start of the text.
  public var offset: Int
  public let reason: Reason

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  public var description: String { "\(reasonText) at byte \(offset)" }

  /// The fault in words, without its place.
  public var reasonText: String {
    switch reason {
    case .empty: "no JSON value"
    case .unexpectedEnd: "the text ends inside a value: is the file cut off?"
    case .unexpectedByte(let byte):
      (0x20..<0x7f).contains(byte)
        ? "unexpected character \"\(Character(Unicode.Scalar(byte)))\""
        : "unexpected byte 0x\(String(byte, radix: 16))"
    case .invalidUTF8: "invalid UTF-8"
    case .invalidEscape: "invalid escape in a string"
    case .controlCharacterInString: "unescaped control character in a string"
    case .invalidNumber: "malformed number"
    case .unknownWord: "a word that is none of true, false and null"
    case .tooDeep: "values nested deeper than \(JSONParser.maximumDepth) levels"
    case .tooLarge(let limit): "one value is larger than \(limit / (1 << 20)) MiB"
    case .trailingText: "text after the end of the value"
    case .other(let text): text
    }
  }
}
