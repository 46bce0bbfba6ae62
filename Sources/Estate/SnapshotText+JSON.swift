public import JSONDocument
public import JSONReading

extension SnapshotText {
  /// The value at `range` as a tree; nil where the text there is not JSON.
  public func value(at range: SourceRange) -> JSONValue? {
    guard var parser = JSONParser() else { return nil }
    let found: JSONValue?? = withBytes(of: range) { bytes in try? parser.withValue(in: bytes) { $0.value } }
    return found ?? nil
  }
}
