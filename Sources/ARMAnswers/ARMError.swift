public import JSONDocument

/// A call that fails, as ARM says so.
public struct ARMError: Error, Sendable, Hashable {
  /// The HTTP status. It is never 5xx: clients repeat calls that fail so.
  public let status: Int
  /// Azure's code, such as `ResourceNotFound`.
  public let code: String
  public let message: String

  init(_ status: Int, _ code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  /// `{"error": {"code", "message"}}`.
  public var json: JSONValue { ["error": ["code": .string(code), "message": .string(message)]] }

  /// Whether the call fails for what the snapshot lacks, so that a recording of it is the better answer.
  var isForWantOfData: Bool { status == 404 || code == Self.snapshotIncompleteCode }
}
