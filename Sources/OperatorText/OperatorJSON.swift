internal import HybridConnectivity
internal import JSONDocument

/// Tables as JSON: what `az` prints and what PowerShell's ConvertTo-Json makes of its objects.
struct OperatorJSON {
  private let name: String

  init(_ name: String) { self.name = name }

  func tables(in value: JSONValue) throws(OperatorTextError) -> [OperatorTable] {
    try refuseShallow(value)
    if value["error"] != nil {
      return [OperatorTable(kind: .failure, json: value, line: 1, command: nil)]
    }
    guard let rows = value.rows ?? (value.members == nil ? nil : [value]) else { throw unknown }
    guard let first = rows.first else {
      throw OperatorTextError(
        name, "the list is empty: nothing tells which table it is",
        remedy:
          "Say it with a file's name in the snapshot's folder: CIRCUIT.AzurePrivatePeering.arpTables.primary.json.")
    }
    guard let names = first.members.map({ Set($0.members.map { $0.key.lowercased() }) }) else { throw unknown }
    let properties = first["properties"]?.members.map { Set($0.members.map { $0.key.lowercased() }) } ?? []
    guard let kind = TableColumns.kind(of: names.union(properties)) else { throw unknown }
    let columns = TableColumns.of(kind)
    guard !columns.isEmpty else {
      return rows.map { OperatorTable(kind: kind, json: $0, line: 1, command: nil) }
    }
    for (position, row) in rows.enumerated() {
      for column in columns {
        guard ([column.name] + column.others).contains(where: { row[$0] != nil }) else {
          // Azure itself leaves out what a route lacks.
          guard column.content.mayBeAbsent else {
            throw OperatorTextError(name, "row \(position + 1) lacks \(column.name)")
          }
          continue
        }
      }
    }
    let json = kind == .statistics ? first : ["value": .array(rows)]
    return [OperatorTable(kind: kind, json: json, line: 1, command: nil)]
  }

  private var unknown: OperatorTextError {
    OperatorTextError(name, "the JSON is no table of Azure's", remedy: OperatorTextError.nameIt)
  }

  /// ConvertTo-Json writes the names of types for what is nested deeper than its depth.
  private func refuseShallow(_ value: JSONValue) throws(OperatorTextError) {
    switch value {
    case .string(let text):
      if text.hasPrefix("Microsoft.Azure.Commands.") || text.hasPrefix("System.Collections.") || text.hasPrefix("@{") {
        throw OperatorTextError(
          name, "ConvertTo-Json cut what is nested: it wrote \"\(text.prefix(60))\"",
          remedy: "Write it with `ConvertTo-Json -Depth 10`.")
      }
    case .array(let elements): for element in elements { try refuseShallow(element) }
    case .object(let object): for member in object.members { try refuseShallow(member.value) }
    default: break
    }
  }
}

extension TableColumns.Content {
  /// Whether a row may lack it.
  var mayBeAbsent: Bool {
    switch self {
    case .text, .optionalInteger, .nextHop: true
    default: false
    }
  }
}
