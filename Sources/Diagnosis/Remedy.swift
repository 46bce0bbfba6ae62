/// What repairs a cause.
public struct Remedy: Sendable, Hashable {
  public let summary: String
  /// Commands of the Azure CLI; empty where no command does it.
  public let commands: [String]

  public init(_ summary: String, _ commands: [String] = []) {
    self.summary = summary
    self.commands = commands
  }
}
