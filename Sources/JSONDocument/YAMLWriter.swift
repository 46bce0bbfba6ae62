/// Writes JSON values as YAML 1.2 in block style, as `az -o yaml` does.
///
/// YAML has many ways to read a bare word as something other than text, and readers of 1.1 (PyYAML) know more of them
/// than 1.2 does. So a string is bare only where every reader takes it for text; all others are quoted as in JSON.
public struct YAMLWriter: Sendable {
  private var bytes: [UInt8] = []

  private init() {}

  /// The text of `value`, with a newline at its end. Numbers that JSON can't express become null.
  ///
  /// - Complexity: O(size of the text).
  public static func text(_ value: JSONValue) -> String {
    var writer = YAMLWriter()
    writer.write(value, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes a value at the cursor, to the end of its last line. A block begins at the cursor with its first entry;
  /// its other entries are indented by `depth` columns.
  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: endLine("null")
    case .bool(let flag): endLine(flag ? "true" : "false")
    case .integer(let number): endLine(String(number))
    case .number(let number): endLine(Self.scalar(number))
    case .string(let text): endLine(Self.scalar(text))
    case .array(let elements) where elements.isEmpty: endLine("[]")
    case .object(let object) where object.members.isEmpty: endLine("{}")
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        indent(index == 0 ? 0 : depth)
        bytes += "- ".utf8
        write(element, depth: depth + 2)
      }
    case .object(let object):
      for (index, member) in object.members.enumerated() {
        indent(index == 0 ? 0 : depth)
        write(member, depth: depth)
      }
    }
  }

  private mutating func write(_ member: JSONObject.Member, depth: Int) {
    let key = Self.scalar(member.key)
    // YAML 1.2.2 §7.4.2: a key before a colon is at most 1024 characters long; a longer one is announced by `?`.
    if key.utf8.count > 1000 {
      bytes += "? ".utf8
      endLine(key)
      indent(depth)
    } else {
      bytes += key.utf8
    }
    bytes.append(UInt8(ascii: ":"))
    guard Self.isBlock(member.value) else {
      bytes.append(UInt8(ascii: " "))
      write(member.value, depth: depth)
      return
    }
    bytes.append(UInt8(ascii: "\n"))
    // A list stands right under its key, its dashes being indentation enough.
    let inner = member.value.elements == nil ? depth + 2 : depth
    indent(inner)
    write(member.value, depth: inner)
  }

  private mutating func indent(_ columns: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: columns))
  }

  private mutating func endLine(_ text: String) {
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func isBlock(_ value: JSONValue) -> Bool {
    switch value {
    case .array(let elements): !elements.isEmpty
    case .object(let object): !object.members.isEmpty
    default: false
    }
  }
}

extension YAMLWriter {
  /// Readers of YAML 1.1 take a number for a float only with a point in it: `1.0e+16`.
  private static func scalar(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let text = String(number)
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }

  private static func scalar(_ text: String) -> String {
    isBare(text) ? text : quoted(text)
  }

  /// Words that YAML 1.1 or 1.2 reads as null or as a truth value, in lower case.
  private static let reservedWords: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  /// Whether every reader takes the bare text for text: a word, a path, or an address with two points at least, which
  /// no number has.
  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 1000 else { return false }
    if isDigit(first) {
      return text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        && text.utf8.count { $0 == UInt8(ascii: ".") } >= 2
    }
    let inner = "._-/@ ".utf8
    return (isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "_"))
      && text.utf8.last != UInt8(ascii: " ")
      && text.utf8.allSatisfy { isLetter($0) || isDigit($0) || inner.contains($0) }
      && !reservedWords.contains(text.lowercased())
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text in double quotation marks, with what YAML doesn't print or takes for a line break escaped.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..<" ", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
