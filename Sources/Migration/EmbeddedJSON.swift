internal import JSONDocument
internal import JSONReading

/// JSON that a property holds as text.
enum EmbeddedJSON {
  /// The value; nil for text that is no JSON.
  static func value(_ text: String) -> JSONValue? { try? JSONParser.value(of: Array(text.utf8)) }
}
