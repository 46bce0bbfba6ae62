/// A table for people: a heading, a rule, and a row for each thing.
///
/// On a terminal it fits the width by wrapping or cutting cells as their columns allow; a cut cell ends in `…`. Where
/// even that isn't enough each row becomes a list of its cells. In a pipe it stays whole, one row a line.
public struct TextTable: Sendable {
  /// The columns; a row longer than this adds columns without a heading.
  public private(set) var columns: [TableColumn]
  /// The cells, a row at a time.
  public private(set) var rows: [[StyledText]] = []

  /// A table without rows.
  public init(_ columns: [TableColumn]) {
    self.columns = columns
  }

  /// Adds a row; cells that are missing at its end are empty.
  public mutating func append(_ cells: [StyledText]) {
    while columns.count < cells.count { columns.append(TableColumn("")) }
    rows.append(cells)
  }

  /// Adds a row of plain text.
  public mutating func append(_ cells: [String]) {
    append(cells.map { StyledText($0) })
  }

  /// The table as it is printed, with a newline at the end of each line; empty where there are no columns.
  ///
  /// - Complexity: O(size of the text).
  public func text(for terminal: Terminal) -> String {
    lines(for: terminal).map { $0.rendered(terminal.colouring) + "\n" }.joined()
  }

  private func lines(for terminal: Terminal) -> [StyledText] {
    guard !columns.isEmpty else { return [] }
    switch TableLayout(columns: columns, naturalWidths: naturalWidths, width: terminal.width) {
    case .columns(let widths): return sideBySide(widths)
    case .records: return records(width: terminal.width ?? .max)
    }
  }

  private var naturalWidths: [Int] {
    var widths = columns.map { DisplayWidth.of($0.header) }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.width) }
    }
    return widths
  }

  private func sideBySide(_ widths: [Int]) -> [StyledText] {
    let headings = columns.map { StyledText($0.header, .emphasis) }
    let rules = widths.map { StyledText(String(repeating: "-", count: $0), .dim) }
    return ([headings, rules] + rows).flatMap { drawn($0, widths: widths) }
  }

  private func drawn(_ row: [StyledText], widths: [Int]) -> [StyledText] {
    let cells = columns.indices.map { index in
      let cell = index < row.count ? row[index] : ""
      return columns[index].overflow == .cut ? [cell.cut(to: widths[index])] : cell.wrapped(to: widths[index])
    }
    let height = cells.reduce(1) { max($0, $1.count) }
    return (0..<height).map { line in
      join(cells.map { line < $0.count ? $0[line] : "" }, widths: widths)
    }
  }

  /// Cells side by side; nothing is padded after the last one that has text.
  private func join(_ cells: [StyledText], widths: [Int]) -> StyledText {
    guard let last = cells.lastIndex(where: { !$0.isEmpty }) else { return "" }
    var line: StyledText = ""
    for index in 0...last {
      let padding = max(0, widths[index] - cells[index].width)
      if columns[index].alignment == .right { line.append(blanks: padding) }
      line.append(cells[index])
      guard index < last else { break }
      line.append(blanks: TableLayout.gap + (columns[index].alignment == .left ? padding : 0))
    }
    return line
  }

  private func records(width: Int) -> [StyledText] {
    let label = min(columns.reduce(0) { max($0, DisplayWidth.of($1.header)) }, max(1, width / 2))
    return rows.enumerated().flatMap { number, row in
      (number == 0 ? [] : [""])
        + row.enumerated().flatMap { index, cell in
          record(columns[index].header, cell, label: label, width: width)
        }
    }
  }

  private func record(_ header: String, _ cell: StyledText, label: Int, width: Int) -> [StyledText] {
    let room = max(1, width - label - TableLayout.gap)
    let heading = StyledText(header, .emphasis).wrapped(to: label)
    let lines = cell.wrapped(to: room)
    return (0..<max(heading.count, lines.count)).map { line in
      let name = line < heading.count ? heading[line] : ""
      guard line < lines.count, !lines[line].isEmpty else { return name }
      var text = name
      text.append(blanks: label + TableLayout.gap - name.width)
      text.append(lines[line])
      return text
    }
  }
}
