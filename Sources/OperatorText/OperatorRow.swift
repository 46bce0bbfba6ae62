internal import JSONDocument

/// A row of a table, or a list of names and values, as it was printed.
struct OperatorRow {
  /// Names in the order of the text.
  var cells: JSONObject = JSONObject()
  let line: Int

  /// The names, in lower case.
  var names: [String] { cells.members.map { $0.key.lowercased() } }
}
