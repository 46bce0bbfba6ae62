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

  private func optionalText(_ field: String) throws(ARMError) -> String? {
    guard let members = body?.members else { throw .invalidFormat(field, "the request's body is no JSON object") }
    switch members[field] {
    case nil, .null?: return nil
    case .string(let text)?: return text.isEmpty ? nil : text
    default: throw .invalidFormat(field, "the field is no text")
    }
  }
}
