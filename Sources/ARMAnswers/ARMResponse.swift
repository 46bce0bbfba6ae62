public import JSONDocument

/// The answer to a call: an HTTP status and an object.
public struct ARMResponse: Sendable, Hashable {
  /// The HTTP status. Long-running calls are answered at once, with 200 and their result.
  public let status: Int
  /// The answer, always an object; `{"error": {"code", "message"}}` where the call failed.
  public let body: JSONValue

  init(_ status: Int = 200, _ body: JSONValue) {
    self.status = status
    // Nothing in ARM answers with a bare list or null; a recording of an older tool may.
    switch body {
    case .object: self.body = body
    case .array: self.body = ["value": body]
    default: self.body = [:]
    }
  }

  init(_ error: ARMError) { self.init(error.status, error.json) }

  /// An ARM list.
  init(list: [JSONValue]) { self.init(200, ["value": .array(list)]) }

  /// Whether it is a list without elements, which may also mean that nobody collected them.
  var isEmptyList: Bool { body["value"]?.elements?.isEmpty == true }
}
