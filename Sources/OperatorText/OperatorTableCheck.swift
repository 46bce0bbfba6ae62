internal import HybridConnectivity
internal import JSONDocument

/// Looks whether a table is whole before it counts.
struct OperatorTableCheck {
  private let name: String

  init(_ name: String) { self.name = name }

  /// The table that these rows are, or the resources.
  func tables(
    of rows: [OperatorRow], names: [String], line: Int, command: OperatorCommand?
  ) throws(OperatorTextError) -> [OperatorTable] {
    guard let kind = TableColumns.kind(of: Set(names.map { $0.lowercased() })) else {
      throw OperatorTextError(
        name, line: line, "no table of Azure's has the columns \(names.joined(separator: ", "))",
        remedy: OperatorTextError.nameIt)
    }
    let columns = TableColumns.of(kind)
    guard !columns.isEmpty else {
      return try rows.map { row throws(OperatorTextError) in
        try OperatorTable(kind: kind, json: resource(row), line: row.line, command: command)
      }
    }
    let title = OperatorTable(kind: kind, json: .null, line: line, command: nil).title
    var elements: [JSONValue] = []
    for row in rows {
      var element = row.cells
      for column in columns {
        let found = ([column.name] + column.others).lazy.compactMap { element[$0] }.first
        guard let cell = found else {
          throw OperatorTextError(
            name, line: row.line, "the \(title) lacks the column \(column.name): it was cut off")
        }
        let text = cell.text ?? ""
        if let fault = TableColumns.fault(text, in: column.content) {
          let cell = text.isEmpty ? column.name : "\(column.name) \"\(text)\""
          throw OperatorTextError(
            name, line: row.line, "\(title): \(cell) \(fault): the line was wrapped, cut or shifted")
        }
        element[column.name] = cell
      }
      elements.append(.object(element))
    }
    let json: JSONValue = kind == .statistics ? elements.first ?? .null : ["value": .array(elements)]
    return [OperatorTable(kind: kind, json: json, line: line, command: command)]
  }

  private func resource(_ row: OperatorRow) throws(OperatorTextError) -> JSONValue {
    for member in row.cells.members {
      guard let text = member.value.text else { continue }
      if text.hasSuffix("...") || text.hasSuffix("…") {
        throw OperatorTextError(name, line: row.line, "the value of \(member.key) was cut off: \"\(text)\"")
      }
    }
    return .object(row.cells)
  }
}
