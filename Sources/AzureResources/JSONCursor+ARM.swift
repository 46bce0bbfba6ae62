package import JSONReading

/// The parts that ARM objects have in common.
extension JSONCursor {
  /// The object under `properties`, or the object itself where it was flattened.
  package var properties: JSONCursor {
    guard let nested = self["properties"], nested.isObject else { return self }
    return nested
  }

  /// The object's own id, where it has a well-formed one.
  package var id: ResourceID? { self["id"].flatMap { ResourceID(utf8: $0.utf8) } }

  /// The id of the resource that the value under `key` refers to: `{"id": ...}`, or the id as a text.
  package func reference(_ key: StaticString) -> ResourceID? {
    guard let value = self[key] else { return nil }
    return value.isString ? ResourceID(utf8: value.utf8) : value.id
  }

  /// The ids of the resources that the list under `key` refers to.
  package func references(_ key: StaticString) -> [ResourceID] {
    self[key]?.references ?? []
  }

  /// The ids of the resources that a list refers to.
  package var references: [ResourceID] {
    elements.compactMap { $0.isString ? ResourceID(utf8: $0.utf8) : $0.id }
  }

  /// Whether this is a list without elements.
  package var isEmptyList: Bool {
    guard isArray else { return false }
    var elements = elements
    return elements.next() == nil
  }

  /// The texts of a list of texts; a single text counts as a list of one, an empty one as none.
  package var texts: [String] {
    if let text = string { return text.isEmpty ? [] : [text] }
    return elements.compactMap(\.string).filter { !$0.isEmpty }
  }
}
