/// Finds where the members of a JSON object lie in its text, which is known to be valid.
struct TopLevelScanner {
  struct Members {
    /// The values, from their first byte to behind their last, by key in lower case.
    var ranges: [String: Range<Int>] = [:]
    /// Behind the last member.
    var lastEnd = 0
  }

  private let text: [UInt8]
  private var place = 0

  init(_ text: [UInt8]) { self.text = text }

  /// The members; nil for a text that is no object.
  ///
  /// - Complexity: O(bytes).
  mutating func members() -> Members? {
    skipBlanks()
    guard place < text.count, text[place] == UInt8(ascii: "{") else { return nil }
    place += 1
    var members = Members()
    while true {
      skipBlanks()
      guard place < text.count else { return nil }
      if text[place] == UInt8(ascii: "}") { return members }
      if text[place] == UInt8(ascii: ",") {
        place += 1
        continue
      }
      let start = place + 1
      skipString()
      let key = String(decoding: text[start..<max(start, place - 1)], as: UTF8.self).lowercased()
      skipBlanks()
      place += 1
      skipBlanks()
      let value = place
      skipValue()
      if members.ranges[key] == nil { members.ranges[key] = value..<place }
      members.lastEnd = place
    }
  }

  private mutating func skipBlanks() {
    while place < text.count, text[place] == 0x20 || (0x09...0x0d).contains(text[place]) { place += 1 }
  }

  private mutating func skipString() {
    place += 1
    while place < text.count, text[place] != UInt8(ascii: "\"") { place += text[place] == UInt8(ascii: "\\") ? 2 : 1 }
    place = min(place + 1, text.count)
  }

  private mutating func skipValue() {
    var depth = 0
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        place += 1
        if depth == 0 { return }
      case UInt8(ascii: ","), 0x20, 0x09...0x0d:
        if depth == 0 { return }
        place += 1
      default: place += 1
      }
      if depth == 0, place < text.count, text[place - 1] == UInt8(ascii: "\"") { return }
    }
  }
}
