/// Where the columns of a Format-Table stand: found in what all lines leave blank.
///
/// A column is as wide as its widest cell and its heading, and one blank stands between columns. So the places that are
/// blank in heading, rule and every row part the columns; of these parts each has one run of the rule's hyphens, but for
/// the later words of cells with blanks in them, which belong to the column on their left.
struct ColumnLayout {
  private let regions: [Range<Int>]

  /// The columns of a table; nil where rows don't line up with the heading.
  init?(heading: String, rule: String, rows: [String]) {
    let lines = [heading, rule] + rows
    let width = lines.map(\.count).max() ?? 0
    var isBlank = [Bool](repeating: true, count: width)
    for line in lines {
      for (place, character) in line.enumerated() where character != " " { isBlank[place] = false }
    }
    let hyphens = Self.runs(rule.map { $0 == "-" })
    var found: [Range<Int>] = []
    for part in Self.runs(isBlank.map { !$0 }) {
      switch hyphens.count(where: { part.overlaps($0) }) {
      case 1: found.append(part)
      case 0:
        guard let last = found.popLast() else { return nil }
        found.append(last.lowerBound..<part.upperBound)
      default: return nil
      }
    }
    guard found.count == hyphens.count else { return nil }
    regions = found
  }

  /// The cells of a line, without blanks around them.
  func cells(of line: String) -> [String] {
    let characters = Array(line)
    return regions.map { region in
      String(characters[min(region.lowerBound, characters.count)..<min(region.upperBound, characters.count)])
        .trimmingBlanks
    }
  }

  private static func runs(_ flags: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (place, flag) in (flags + [false]).enumerated() {
      if flag, start == nil { start = place }
      if !flag, let begun = start {
        runs.append(begun..<place)
        start = nil
      }
    }
    return runs
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
