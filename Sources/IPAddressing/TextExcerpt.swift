/// The part of a refused text that an error keeps.
struct TextExcerpt {
  /// The beginning of the text, cut to 60 characters.
  let text: String

  /// The run of ASCII letters and digits at the place of the fault, or the one other character there; empty at the end.
  let found: String

  init(_ text: some StringProtocol, at offset: Int) { self.init(String(text), at: offset) }

  private init(_ text: String, at offset: Int) {
    self.text = text.utf8.count <= Self.longest ? text : Self.cut(text)
    let rest = text.utf8.dropFirst(offset).prefix(Self.longest)
    let word = rest.prefix { Self.isAlphanumeric($0) }
    found =
      word.isEmpty
      ? text.unicodeScalars[rest.startIndex...].first.map { String($0) } ?? "" : String(decoding: word, as: UTF8.self)
  }

  private static func cut(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(longest + 1)
    return start.count > longest ? String(String.UnicodeScalarView(start.dropLast(2))) + "…" : text
  }

  private static var longest: Int { 60 }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    ByteScanner.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
