internal import AzureResources
internal import IPAddressing
internal import JSONDocument

/// Reads the fields of a request's body. Every error names its field.
struct RequestFields {
  private let body: JSONValue?

  init(_ body: JSONValue?) { self.body = body }

  func text(_ field: String) throws(ARMError) -> String {
    guard let text = try optionalText(field) else { throw .invalidFormat(field, "the field is missing") }
    return text
  }

  func id(_ field: String) throws(ARMError) -> ResourceID {
    guard let id = try optionalID(field) else { throw .invalidFormat(field, "the field is missing") }
    return id
  }

  func optionalID(_ field: String) throws(ARMError) -> ResourceID? {
    guard let text = try optionalText(field) else { return nil }
    guard let id = ResourceID(text), id.subscription != nil else {
      throw .invalidFormat(
        field, "'\(text.prefix(200))' is no resource id; expected one that begins with /subscriptions/{subscriptionId}/"
      )
    }
    return id
  }

  func address(_ field: String) throws(ARMError) -> IPAddress {
    let text = try text(field)
    guard let address = try? IPAddress(text) else {
      throw .invalidFormat(field, "'\(text.prefix(200))' is no IP address")
    }
    return address
  }

  /// One of `choices`, compared without regard to case.
  func choice<Choice: RawRepresentable>(
    _ field: String, among choices: [Choice]
  ) throws(ARMError) -> Choice where Choice.RawValue == String {
    let text = try text(field)
    if let found = choices.first(where: { $0.rawValue.matches(text) }) { return found }
    let allowed = choices.map(\.rawValue).joined(separator: ", ")
    throw .invalidFormat(field, "'\(text.prefix(200))' is none of \(allowed)")
  }

  /// A port; nil for `*`, which stands for any. Azure's clients send ports as texts.
  func port(_ field: String) throws(ARMError) -> UInt16? {
    let text = try text(field)
    if text == "*" { return nil }
    guard let port = UInt16(text) else {
      throw .invalidFormat(field, "'\(text.prefix(200))' is no port; expected 0 to 65535 or *")
    }
    return port
  }

  /// A port as a number or, as some clients send it, a text; nil where the field is missing.
  func optionalPort(_ field: String) throws(ARMError) -> UInt16? {
    switch try members(field)[field] {
    case nil, .null?: return nil
    case .integer(let number)?:
      guard let port = UInt16(exactly: number) else {
        throw .invalidFormat(field, "\(number) is no port; expected 0 to 65535")
      }
      return port
    default: return try port(field)
    }
  }

  /// The objects of a list; nil where the field is missing.
  func optionalObjects(_ field: String) throws(ARMError) -> [JSONValue]? {
    switch try members(field)[field] {
    case nil, .null?: return nil
    case .array(let elements)?:
      guard elements.allSatisfy({ $0.members != nil }) else {
        throw .invalidFormat(field, "an element of the list is no JSON object")
      }
      return elements
    default: throw .invalidFormat(field, "the field is no list")
    }
  }

  /// The fields of an object; nil where the field is missing.
  func optionalFields(_ field: String) throws(ARMError) -> RequestFields? {
    switch try members(field)[field] {
    case nil, .null?: return nil
    case .object(let object)?: return RequestFields(.object(object))
    default: throw .invalidFormat(field, "the field is no JSON object")
    }
  }

  private func members(_ field: String) throws(ARMError) -> JSONObject {
    guard let members = body?.members else { throw .invalidFormat(field, "the request's body is no JSON object") }
    return members
  }

  /// A text; nil where the field is missing or empty.
  func optionalText(_ field: String) throws(ARMError) -> String? {
    switch try members(field)[field] {
    case nil, .null?: return nil
    case .string(let text)?: return text.isEmpty ? nil : text
    default: throw .invalidFormat(field, "the field is no text")
    }
  }
}
