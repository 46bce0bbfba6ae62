/// A call's URL taken apart.
struct RequestURL {
  /// The path's segments, percent-decoded; empty ones are left out, as clients that join paths write double slashes.
  let segments: [String]
  /// The query's parameters, percent-decoded, in order.
  let parameters: [(name: String, value: String)]

  init(_ url: String) {
    var rest = url.prefix { $0 != "#" }
    if let scheme = rest.firstRange(of: "://"), !rest[..<scheme.lowerBound].contains("/") {
      rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    segments = (parts.first ?? "").split(separator: "/").map { Self.decode($0) }.filter { !$0.isEmpty }
    let query = parts.count > 1 ? parts[1] : ""
    parameters = query.split(separator: "&").map { parameter in
      let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decode(pair.first ?? "", isQuery: true), Self.decode(pair.dropFirst().first ?? "", isQuery: true))
    }
  }

  /// The path without query, with one slash before each segment.
  var path: String { "/" + segments.joined(separator: "/") }

  /// The value of the first parameter of this name, compared without regard to case.
  func parameter(_ name: String) -> String? { parameters.first { $0.name.matches(name) }?.value }

  /// Replaces `%XX` and, in a query, `+`. A percent sign that begins no such code stays.
  private static func decode(_ text: Substring, isQuery: Bool = false) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(digits[0] << 4 | digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(isQuery && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
