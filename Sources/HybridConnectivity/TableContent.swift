package import JSONDocument

/// A table of an answer, read from its JSON in any of the forms that people have on disk.
package protocol TableContent: Sendable {
  /// Reads the answer; nil where it isn't such a table.
  init?(_ answer: JSONValue)
}

extension JSONValue {
  /// The rows of a table: a list under `value`, or the list alone, as PowerShell and `--query value` give it. An absent
  /// `value` is an empty list (ExpressRoute semantics F.3). nil for texts, numbers, and errors.
  package var rows: [JSONValue]? {
    switch self {
    case .array(let rows): return rows
    case .object(let object):
      guard object["error"] == nil else { return nil }
      if let value = object["value"], value != .null { return value.elements }
      return object.members.allSatisfy { $0.value == .null || $0.key.lowercased() == "nextlink" } ? [] : nil
    case .null: return []
    default: return nil
    }
  }
}
