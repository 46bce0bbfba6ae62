internal import AzureResources
internal import JSONDocument

extension AnswerShape {
  /// The answers in this shape.
  func json<Entry>(_ entries: [Entry], id: (Entry) -> ResourceID, _ answer: (Entry) -> JSONValue) -> JSONValue {
    if self == .bareIfSingle, entries.count == 1 { return answer(entries[0]) }
    return .object(JSONObject(entries.map { (id($0).text, answer($0)) }))
  }
}
