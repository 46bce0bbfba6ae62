internal import JSONReading

/// All that a singular property, a plural one and a list of references say, as one text.
struct TextKey {
  private var bytes: [UInt8] = []
  /// Bytes that no text has: behind each text, and before the references.
  private static let end: UInt8 = 0xff
  private static let references: UInt8 = 0xfe

  /// Hands the text to `body`. nil where a property is of another kind than these.
  mutating func withText<Result>(
    _ one: JSONCursor?, _ several: JSONCursor?, _ references: JSONCursor?,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result?
  ) -> Result? {
    // Nearly always there is one text, and it is its own key.
    if several?.isEmptyList ?? true, references?.isEmptyList ?? true {
      guard let one, one.isString else { return nil }
      return body(one.utf8)
    }
    bytes.removeAll(keepingCapacity: true)
    if let one {
      guard append(one) else { return nil }
    }
    if let several {
      guard several.isArray else { return nil }
      for element in several.elements { guard append(element) else { return nil } }
    }
    if let references {
      guard references.isArray else { return nil }
      bytes.append(Self.references)
      for element in references.elements {
        guard let text = element.isObject ? element["id"] : element, append(text) else { return nil }
      }
    }
    return bytes.withUnsafeBufferPointer(body)
  }

  private mutating func append(_ text: JSONCursor) -> Bool {
    guard text.isString else { return false }
    bytes.append(contentsOf: text.utf8)
    bytes.append(Self.end)
    return true
  }
}
