/// A command line worth copying, and what it shows.
public struct Example: Sendable, Hashable {
  /// The whole line, as it is typed.
  public let line: String
  /// What it answers, as a sentence without a full stop.
  public let purpose: String

  /// An example.
  public init(_ line: String, _ purpose: String) {
    self.line = line
    self.purpose = purpose
  }
}
