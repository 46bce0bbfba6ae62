public import AzureResources

/// The first thing that stops a connection.
public struct Cause: Sendable, Hashable {
  public let code: CheckCode
  /// The resource to look at, or to change.
  public let resource: ResourceID?
  /// Names and values that belong to the cause, for programs.
  public let detail: [Detail]
  public let summary: String
  public internal(set) var remedy: Remedy
  public let evidence: [Evidence]

  /// A name with its value.
  public struct Detail: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }
}
