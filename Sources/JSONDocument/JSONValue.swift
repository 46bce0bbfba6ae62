/// A JSON value that keeps the order of its object keys.
///
/// Azure's answers have an order of keys that people's scripts and eyes rely on, and the same input must give the
/// same bytes. Foundation's encoder keeps neither, hence this type.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The value under `key`, compared without regard to case as ARM does; nil for other kinds and absent keys.
  ///
  /// - Complexity: O(number of keys).
  public subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  /// The text of a string value, else nil.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements of an array value, else nil.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object value, else nil.
  public var members: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// The value of a boolean, else nil.
  public var flag: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
  public init(nilLiteral: ()) { self = .null }
}
