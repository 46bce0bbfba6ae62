internal import TerminalText

/// Text for Graphviz's HTML-like labels. Names come straight from data: whatever they hold, they stay text.
enum GraphMarkup {
  /// Lines are broken after so many columns, so that one long name doesn't stretch the picture.
  static let columns = 40
  /// What is longer is cut.
  static let longest = 240

  /// A text in lines, escaped.
  ///
  /// - Complexity: O(length).
  static func text(_ text: String, columns: Int = columns) -> String {
    StyledText(text).cut(to: longest).wrapped(to: columns, at: .spacesAndSeparators)
      .map { escaped($0.plain) }.joined(separator: "<BR/>")
  }

  /// A text in a colour and size.
  static func text(_ text: String, colour: String, size: Int = 11, bold: Bool = false, columns: Int = columns) -> String
  {
    let lines = Self.text(text, columns: columns)
    let inner = bold ? "<B>\(lines)</B>" : lines
    return "<FONT COLOR=\"\(colour)\" POINT-SIZE=\"\(size)\">\(inner)</FONT>"
  }

  /// Rows of a table without lines.
  static func table(_ rows: [String]) -> String {
    let cells = rows.map { "<TR><TD>\($0)</TD></TR>" }.joined()
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\">\(cells)</TABLE>"
  }

  /// What XML reads as markup is written out; what it doesn't allow at all is replaced (XML 1.0, 2.2).
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
  }
}
