internal import JSONDocument
internal import HybridConnectivity
internal import JSONReading

/// Reads what Azure's commands and the portal printed: Format-List, Format-Table, ConvertTo-Json, `az` JSON, the
/// portal's tables and labels, and errors; several of them one after the other.
///
/// - Source: the guide's samples, as printed.
public struct OperatorTextParser {
  private let name: String
  private var lines: ArraySlice<OperatorLine> = []
  private var command: OperatorCommand?
  private var tables: [OperatorTable] = []

  private init(_ name: String) { self.name = name }

  /// The tables of a text, in its order.
  ///
  /// - Parameter name: the file's name, for errors.
  /// - Throws: `OperatorTextError` for a text that is cut off, wrapped, or nothing that Azure prints.
  /// - Complexity: O(length).
  public static func parse(_ text: String, named name: String) throws(OperatorTextError) -> [OperatorTable] {
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    guard let first = body.first(where: { !$0.isWhitespace }) else {
      throw OperatorTextError(name, "the text is empty", remedy: "See whether the command that printed it failed.")
    }
    if first == "{" || first == "[" { return try json(String(body), name) }
    var parser = OperatorTextParser(name)
    parser.lines = OperatorLine.all(of: String(body))[...]
    while !parser.lines.isEmpty { try parser.takeBlock() }
    guard !parser.tables.isEmpty else {
      throw OperatorTextError(name, "the text holds no table", remedy: OperatorTextError.nameIt)
    }
    return parser.tables
  }

  private static func json(_ text: String, _ name: String) throws(OperatorTextError) -> [OperatorTable] {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.value(of: Array(text.utf8))
    } catch {
      let line = text.utf8.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw OperatorTextError(name, line: line, "the JSON is broken: \(error.reasonText)")
    }
    return try OperatorJSON(name).tables(in: value)
  }

  /// Takes what begins at the next line.
  private mutating func takeBlock() throws(OperatorTextError) {
    guard let line = lines.first else { return }
    if line.isBlank {
      lines.removeFirst()
    } else if let error = PrintedError(lines) {
      tables.append(error.table(after: command))
      lines = lines.dropFirst(error.lineCount)
    } else if let found = OperatorCommand(line.text) {
      takeCommand(found)
    } else if line.text.lowercased().hasPrefix("warning:") {
      try takeWarning(line)
    } else if lines.dropFirst().first?.isRule == true, !line.isIndented || !line.text.contains(":") {
      try takeTable()
    } else if line.text.contains("\t") {
      try takeTabbedTable()
    } else if PortalLabels.isLabel(line.text), !line.text.contains(":") {
      takeLabels()
    } else if Self.pair(line) != nil {
      try takeList()
    } else {
      throw OperatorTextError(
        name, line: line.number, "\"\(line.text.prefix(60).trimmingBlanks)\" is part of no table or list",
        remedy: OperatorTextError.printAgain)
    }
  }

  /// A command goes on behind a backtick or a backslash.
  private mutating func takeCommand(_ found: OperatorCommand) {
    var text = ""
    while let line = lines.popFirst() {
      let trimmed = line.text.trimmingBlanks
      let goesOn = trimmed.hasSuffix("`") || trimmed.hasSuffix("\\")
      text += " " + (goesOn ? String(trimmed.dropLast()) : trimmed)
      if !goesOn { break }
    }
    command = OperatorCommand(text) ?? found
  }

  private mutating func takeWarning(_ line: OperatorLine) throws(OperatorTextError) {
    if line.text.lowercased().contains("do not fit") || line.text.lowercased().contains("truncated") {
      throw OperatorTextError(name, line: line.number, "PowerShell left out what did not fit: \(line.text)")
    }
    lines.removeFirst()
    while let next = lines.first, !next.isBlank, next.isIndented { lines.removeFirst() }
  }

  private mutating func takeTable() throws(OperatorTextError) {
    guard let heading = lines.popFirst(), let rule = lines.popFirst() else { return }
    let rows = Array(lines.prefix { !$0.isBlank && OperatorCommand($0.text) == nil })
    lines = lines.dropFirst(rows.count)
    guard let layout = ColumnLayout(heading: heading.text, rule: rule.text, rows: rows.map(\.text)) else {
      throw OperatorTextError(
        name, line: heading.number, "the rows don't line up with the columns: lines were wrapped or blanks were lost")
    }
    let names = layout.cells(of: heading.text)
    try add(rows.map { row in Self.row(names, layout.cells(of: row.text), row) }, names: names, at: heading)
  }

  /// A table of the portal, copied with tabs.
  private mutating func takeTabbedTable() throws(OperatorTextError) {
    guard let heading = lines.popFirst() else { return }
    let names = Self.tabbed(heading.text)
    let rows = Array(lines.prefix { !$0.isBlank })
    lines = lines.dropFirst(rows.count)
    for row in rows where Self.tabbed(row.text).count != names.count {
      throw OperatorTextError(
        name, line: row.number,
        "the row has \(Self.tabbed(row.text).count) cells where the heading has \(names.count): it was wrapped or cut")
    }
    if PortalLabels.isPeeringHeading(names) {
      tables += PortalLabels.peerings(names, rows.map { (Self.tabbed($0.text), $0.number) }, command)
      return
    }
    try add(rows.map { Self.row(names, Self.tabbed($0.text), $0) }, names: names, at: heading)
  }

  private static func tabbed(_ text: String) -> [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmingBlanks)
  }

  private static func row(_ names: [String], _ cells: [String], _ line: OperatorLine) -> OperatorRow {
    OperatorRow(
      cells: JSONObject(zip(names, cells).map { ($0, $1.isEmpty ? .null : .string($1)) }), line: line.number)
  }

  /// Labels and values of the portal, one below the other.
  private mutating func takeLabels() {
    guard let first = lines.first else { return }
    var facts = JSONObject()
    while let line = lines.first, PortalLabels.isLabel(line.text) {
      lines.removeFirst()
      let value = lines.first.flatMap { $0.isBlank || PortalLabels.isLabel($0.text) ? nil : $0.text.trimmingBlanks }
      if value != nil { lines.removeFirst() }
      facts[line.text.trimmingBlanks] = value.map { .string($0) } ?? .null
      while lines.first?.isBlank == true { lines.removeFirst() }
    }
    tables.append(
      OperatorTable(kind: .circuit, json: PortalLabels.circuit(facts), line: first.number, command: command))
  }

  /// `Name : value` lines, in one list or several of the same names.
  private mutating func takeList() throws(OperatorTextError) {
    var rows: [OperatorRow] = []
    while let start = lines.first, !start.isBlank, Self.pair(start) != nil, OperatorCommand(start.text) == nil,
      PrintedError(lines) == nil
    {
      let row = try takeListRow(start)
      if let earlier = rows.last, earlier.names != row.names,
        TableColumns.kind(of: Set(earlier.names)) != TableColumns.kind(of: Set(row.names))
      {
        try add(rows, names: earlier.cells.members.map(\.key), at: nil)
        rows = []
      }
      rows.append(row)
      while lines.first?.isBlank == true { lines.removeFirst() }
    }
    try add(rows, names: rows.first?.cells.members.map(\.key) ?? [], at: nil)
  }

  /// One list: until a blank line, or until its first name comes again.
  private mutating func takeListRow(_ start: OperatorLine) throws(OperatorTextError) -> OperatorRow {
    var row = OperatorRow(line: start.number)
    while let line = lines.first, !line.isBlank, !line.isIndented, let (key, value) = Self.pair(line) {
      if row.cells[key] != nil { break }
      lines.removeFirst()
      if value.hasPrefix("[") || (value.hasPrefix("{") && !value.hasSuffix("}")) || value == "{}" {
        row.cells[key] = try takeJSON(value, key, line)
      } else {
        try refuseContinuation(of: key, line)
        row.cells[key] = value.isEmpty || value == "null" || value.hasPrefix("{") ? .null : .string(value)
      }
    }
    return row
  }

  /// A value of JSON over several lines.
  private mutating func takeJSON(_ start: String, _ key: String, _ line: OperatorLine) throws(OperatorTextError)
    -> JSONValue
  {
    var text = start
    while true {
      if let value = try? JSONParser.value(of: Array(text.utf8)) { return value }
      guard let next = lines.first, next.isIndented, !next.isBlank else {
        throw OperatorTextError(
          name, line: line.number, "the value of \(key) begins as JSON and doesn't end: the text was cut off or wrapped"
        )
      }
      lines.removeFirst()
      text += "\n" + next.text
    }
  }

  /// A value that goes on in the next line was wrapped: where it was cut can't be told.
  private mutating func refuseContinuation(of key: String, _ line: OperatorLine) throws(OperatorTextError) {
    while let next = lines.first, next.isIndented, !next.isBlank {
      guard ["serviceprovidernotes", "tag", "tags", "etag"].contains(key.lowercased()) else {
        throw OperatorTextError(
          name, line: next.number,
          "the value of \(key) goes on in this line: the text was wrapped at the window's width")
      }
      lines.removeFirst()
    }
  }

  /// Name and value of a line; nil for a line without both.
  private static func pair(_ line: OperatorLine) -> (key: String, value: String)? {
    guard !line.isIndented, let colon = line.text.firstIndex(of: ":") else { return nil }
    let key = line.text[..<colon].trimmingBlanks
    let isName = key.allSatisfy { $0.isLetter || $0.isNumber || " _/()".contains($0) }
    guard !key.isEmpty, isName, key.count <= 50 else { return nil }
    return (key, line.text[line.text.index(after: colon)...].trimmingBlanks)
  }

  /// Puts rows together to a table, once all is whole.
  private mutating func add(
    _ rows: [OperatorRow], names: [String], at heading: OperatorLine?
  ) throws(OperatorTextError) {
    let line = heading?.number ?? rows.first?.line ?? 1
    let portal = rows.first.flatMap { PortalLabels.circuitFacts($0.cells) }
    if let portal {
      tables.append(OperatorTable(kind: .circuit, json: portal, line: line, command: command))
      return
    }
    let check = OperatorTableCheck(name)
    tables += try check.tables(of: rows, names: names, line: line, command: command)
  }
}
