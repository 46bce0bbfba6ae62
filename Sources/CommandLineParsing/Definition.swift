/// A term with its meaning, for the footers of help: an exit code, an environment variable.
public struct Definition: Sendable, Hashable {
  /// What is explained.
  public let term: String
  /// The explanation.
  public let meaning: String

  /// A definition.
  public init(_ term: String, _ meaning: String) {
    self.term = term
    self.meaning = meaning
  }
}
