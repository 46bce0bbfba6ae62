/// A line of a text without what terminals add: colours, carriage returns, Markdown's fences.
struct OperatorLine {
  /// From 1.
  let number: Int
  let text: String

  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// Whether the line underlines a table's heading: runs of hyphens and blanks alone.
  var isRule: Bool { text.contains("-") && text.allSatisfy { $0 == "-" || $0 == " " } && !text.hasPrefix("--- ---\t") }

  /// Whether the line goes on with what stands above it.
  var isIndented: Bool { text.first?.isWhitespace ?? false }

  /// The lines of a text.
  static func all(of text: String) -> [OperatorLine] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map { position, line in
      let plain = withoutEscapes(line)
      return OperatorLine(number: position + 1, text: plain.hasPrefix("```") ? "" : plain)
    }
  }

  /// A line without ANSI's sequences, which PowerShell 7 colours headings with.
  private static func withoutEscapes(_ line: Substring) -> String {
    guard line.contains("\u{1B}") else { return String(line) }
    var plain = ""
    var isEscaped = false
    for character in line {
      if character == "\u{1B}" {
        isEscaped = true
      } else if isEscaped {
        if character.isLetter { isEscaped = false }
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
