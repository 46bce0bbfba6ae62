/// Writes JSON values as UTF-8 text.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// One line without spaces, as ARM sends it.
    case compact
    /// One member a line, indented by two spaces, as `az` prints it.
    case pretty
  }

  private let layout: Layout
  private var bytes: [UInt8] = []

  private init(layout: Layout) { self.layout = layout }

  /// The text of `value`, without a newline at its end. Numbers that JSON can't express (NaN, infinities) become null.
  ///
  /// - Complexity: O(size of the text).
  public static func text(_ value: JSONValue, layout: Layout = .pretty) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(value, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): bytes += (number.isFinite ? String(number) : "null").utf8
    case .string(let text): quote(text)
    case .array(let elements):
      enclose("[", "]", count: elements.count, depth: depth) { $0.write(elements[$1], depth: depth + 1) }
    case .object(let object):
      enclose("{", "}", count: object.members.count, depth: depth) { writer, index in
        writer.quote(object.members[index].key)
        writer.bytes += (writer.layout == .pretty ? ": " : ":").utf8
        writer.write(object.members[index].value, depth: depth + 1)
      }
    }
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, count: Int, depth: Int,
    element: (inout JSONWriter, Int) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(depth: depth + 1)
      element(&self, index)
    }
    if count > 0 { breakLine(depth: depth) }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine(depth: Int) {
    guard layout == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20:
        let hexadecimal = String(byte, radix: 16)
        bytes += "\\u".utf8
        bytes += String(repeating: "0", count: 4 - hexadecimal.count).utf8
        bytes += hexadecimal.utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
