/// A word that the shell may put in place.
public struct CompletionCandidate: Sendable, Hashable {
  /// The whole word as it is to stand on the line.
  public let word: String
  /// Shown beside the word where the shell can.
  public let note: String

  /// A candidate.
  public init(_ word: String, _ note: String = "") {
    self.word = word
    self.note = note
  }
}

extension CompletionCandidate: ExpressibleByStringLiteral {
  /// A candidate without a note.
  public init(stringLiteral value: String) { self.init(value) }
}
