public import JSONDocument

/// One call to Azure Resource Manager.
public struct ARMRequest: Sendable, Hashable {
  /// The HTTP method, in any case.
  public let method: String
  /// A path (`/subscriptions/...`) or a whole URL, with or without a query; any `api-version`, also none, is taken.
  public let url: String
  /// The body; nil where the call has none.
  public let body: JSONValue?

  public init(method: String, url: String, body: JSONValue? = nil) {
    self.method = method
    self.url = url
    self.body = body
  }
}
