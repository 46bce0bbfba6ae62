/// Rows of text for other programs: CSV and TSV.
public enum DelimitedText: Sendable, Hashable, CaseIterable {
  /// RFC 4180: commas, lines end in CR LF, cells in quotation marks where needed.
  ///
  /// A cell that a spreadsheet could take for a formula (`=`, `+`, `-`, `@` first) keeps its text, as programs read
  /// this too, but stands in quotation marks.
  case csv
  /// Tabs, lines end in LF; a tab, line feed, carriage return or backslash in a cell is `\t`, `\n`, `\r`, `\\`.
  case tsv

  /// The rows as text, after a line of headings if there are any.
  ///
  /// - Complexity: O(size of the text).
  public func text(header: [String]? = nil, rows: some Sequence<[String]>) -> String {
    var text = header.map(line) ?? ""
    for row in rows { text += line(row) }
    return text
  }

  private func line(_ cells: [String]) -> String {
    switch self {
    case .csv:
      // A lone empty cell would be an empty line, which readers skip.
      cells == [""] ? "\"\"\r\n" : cells.map(Self.quotedWhereNeeded).joined(separator: ",") + "\r\n"
    case .tsv: cells.map(Self.escaped).joined(separator: "\t") + "\n"
    }
  }

  private static func quotedWhereNeeded(_ cell: String) -> String {
    guard let first = cell.utf8.first else { return cell }
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    let formula: [UInt8] = [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@")]
    // Readers differ in whether they strip spaces, tabs or a byte order mark from a bare cell.
    let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    let isEdged =
      blanks.contains(first) || cell.utf8.last.map(blanks.contains) == true || cell.unicodeScalars.first == "\u{FEFF}"
    guard isEdged || formula.contains(first) || cell.utf8.contains(where: special.contains) else { return cell }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { quoted.append(byte) }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return String(decoding: quoted, as: UTF8.self)
  }

  private static func escaped(_ cell: String) -> String {
    var bytes: [UInt8] = []
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
