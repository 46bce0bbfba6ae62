internal import AzureResources
internal import JSONDocument
internal import TerminalText

/// Facts for people: a line each, lists of things as tables below.
enum FactText {
  static func text(_ object: JSONObject, for terminal: Terminal) -> String {
    let tables = object.members.filter { isTable($0.value) }
    let lines = object.members.filter { !isTable($0.value) }
    let width = lines.reduce(0) { max($0, FactLabel.text($1.key).count) } + 2
    let facts = lines.map { member in
      line(member, width: width).rendered(terminal.colouring) + "\n"
    }.joined()
    return facts
      + tables.map { member in
        "\n" + StyledText(FactLabel.text(member.key), .emphasis).rendered(terminal.colouring) + "\n"
          + table(member.value.elements ?? []).text(for: terminal)
      }.joined()
  }

  /// A value as one cell for programs: ids whole, lists with commas.
  static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let elements) where !isTable(value): elements.map(cell).joined(separator: ",")
    default: JSONWriter.text(value, layout: .compact)
    }
  }

  private static func line(_ member: JSONObject.Member, width: Int) -> StyledText {
    let name = FactLabel.text(member.key) + ":"
    let padding = String(repeating: " ", count: max(1, width - name.count))
    let value = member.key == "id" ? member.value.text ?? "" : words(member.value)
    return StyledText(name + padding, .dim) + StyledText(value, member.value == .null ? .dim : .plain)
  }

  private static func isTable(_ value: JSONValue) -> Bool {
    value.elements?.contains { $0.members != nil } ?? false
  }

  private static func table(_ elements: [JSONValue]) -> TextTable {
    let all = elements.first?.members?.members.map(\.key) ?? []
    // A column of empty lists says nothing.
    let keys = all.filter { key in elements.contains { $0[key] != .array([]) } }
    var table = TextTable(
      keys.enumerated().map { position, key in
        TableColumn(key == "id" ? "Name" : FactLabel.text(key), priority: position == 0 ? 3 : 1)
      })
    for element in elements { table.append(keys.map { words(element[$0] ?? .null) }) }
    return table
  }

  /// A value as people read it: ids by their names.
  private static func words(_ value: JSONValue) -> String {
    switch value {
    case .null: "-"
    case .bool(let flag): flag ? "yes" : "no"
    case .string(let text): ResourceID(text).map { $0.resourceGroup == nil ? text : DisplayName.of($0) } ?? text
    case .array(let elements): elements.isEmpty ? "-" : elements.map(words).joined(separator: ", ")
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .object: JSONWriter.text(value, layout: .compact)
    }
  }
}
