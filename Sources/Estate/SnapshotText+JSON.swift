public import JSONDocument
public import JSONReading

extension SnapshotText {
  /// The value at `range` as a tree; nil where the text there is not JSON.
  public func value(at range: SourceRange) -> JSONValue? {
    guard var parser = JSONParser() else { return nil }
    let found: JSONValue?? = withBytes(of: range) { bytes in try? parser.withValue(in: bytes) { $0.value } }
    return found ?? nil
  }

  /// Whether two values say the same: byte by byte, or, where one is laid out otherwise, as trees without regard to
  /// the order of keys.
  ///
  /// - Complexity: O(length).
  func haveSameMeaning(_ first: SourceRange, _ second: SourceRange) -> Bool {
    if haveSameContent(first, second) { return true }
    guard let left = value(at: first), let right = value(at: second) else { return false }
    return Self.ordered(left) == Self.ordered(right)
  }

  private static func ordered(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(ordered))
    case .object(let object):
      .object(JSONObject(object.members.map { ($0.key, ordered($0.value)) }.sorted { $0.0 < $1.0 }))
    default: value
    }
  }
}
