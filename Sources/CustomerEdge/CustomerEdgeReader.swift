internal import JSONDocument
internal import JSONReading

/// Reads what routers print into a `CustomerEdge`.
///
/// The form is told by the text: JSON of FRR or of `ip -j`, configuration of FRR, Cisco IOS and IOS-XE or Junos, and the
/// tables that these print for people, also several behind each other with the prompts between. A router prints much that
/// doesn't matter here; such lines are passed over, but a text in which nothing is known is refused.
public enum CustomerEdgeReader {
  /// Texts larger than this are refused. A full table of the internet takes less.
  public static let maximumBytes = 128 << 20

  /// Reads one text.
  ///
  /// - Throws: `CustomerEdgeError` where nothing of the text is known, or JSON is broken.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8]) throws(CustomerEdgeError) -> CustomerEdge {
    guard bytes.count <= maximumBytes else { throw .tooLarge(limitInBytes: maximumBytes) }
    let text = decoded(bytes)
    guard let start = text.firstIndex(where: { !$0.isWhitespace }) else { throw .empty }
    if let json = jsonPart(text[start...]) { return try readJSON(Array(json.utf8)) }
    var reader = EdgeTextReader()
    for line in text[start...].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      reader.read(line)
    }
    guard let edge = reader.finish() else {
      let first = text[start...].prefix { !$0.isNewline }
      throw .unknownText(firstLine: String(first.prefix(60)))
    }
    return edge
  }

  private static func readJSON(_ bytes: [UInt8]) throws(CustomerEdgeError) -> CustomerEdge {
    let value: JSONValue
    do throws(JSONSyntaxError) { value = try JSONParser.value(of: bytes) } catch { throw .json(error) }
    guard let edge = EdgeJSONReader.read(value) else {
      throw .unknownJSON(keys: (value.members?.members ?? []).prefix(6).map { String($0.key.prefix(40)) })
    }
    return edge
  }

  /// The JSON of a text: all of it, or what follows the prompt and the warnings that vtysh prints before it.
  private static func jsonPart(_ text: Substring) -> Substring? {
    var rest = text
    while let first = rest.first {
      if first == "{" || first == "[" { return rest }
      let line = rest.prefix { !$0.isNewline }
      let isPreamble = line.allSatisfy(\.isWhitespace) || first == "%" || line.hasSuffix("json")
      guard isPreamble else { return nil }
      rest = rest[line.endIndex...].drop(while: \.isNewline)
    }
    return nil
  }

  /// UTF-8, or UTF-16 with its mark, in which PowerShell redirects.
  private static func decoded(_ bytes: [UInt8]) -> String {
    switch bytes.prefix(2) {
    case [0xff, 0xfe], [0xfe, 0xff]:
      let low = bytes[0] == 0xff ? 0 : 1
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
      }
      return String(decoding: units, as: UTF16.self)
    case [0xef, 0xbb]: return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }
}
