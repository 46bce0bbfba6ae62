import TerminalText

/// Terms on the left, what they mean on the right.
struct DefinitionList {
  let rows: [(term: String, meaning: String)]

  init(rows: [(String, String)]) {
    self.rows = rows.map { (term: $0.0, meaning: $0.1) }
  }

  /// The list in lines of `width` columns. A term wider than two fifths of the width has a line of its own.
  func lines(width: Int) -> [String] {
    let limit = min(32, width * 2 / 5)
    let column = rows.map(\.term.count).filter { $0 <= limit }.max() ?? limit
    let indent = String(repeating: " ", count: column + 4)
    return rows.flatMap { row -> [String] in
      guard !row.meaning.isEmpty else { return ["  " + row.term] }
      let meaning = WordWrap.lines(row.meaning, width: max(20, width - indent.count)).map { indent + $0 }
      guard row.term.count <= column, let first = meaning.first else { return ["  " + row.term] + meaning }
      return [Self.replaceIndent(of: first, with: row.term)] + meaning.dropFirst()
    }
  }

  private static func replaceIndent(of line: String, with term: String) -> String {
    "  " + term + line.dropFirst(term.count + 2)
  }
}
