/// Lays prose out in lines.
public enum WordWrap {
  /// `text` in lines of at most `width` columns, broken at spaces.
  ///
  /// A newline in `text` ends a line, and a line that begins with a space is kept as it is: lists and commands inside
  /// prose stay whole. Control characters are escaped.
  ///
  /// - Complexity: O(length).
  public static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.first == " "
        ? [TerminalEscaping.escaped(String(line))]
        : StyledText(String(line)).wrapped(to: max(1, width), at: .spaces).map(\.plain)
    }
  }
}
