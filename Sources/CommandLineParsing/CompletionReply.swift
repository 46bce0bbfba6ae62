/// The answer to a shell that completes a word.
public struct CompletionReply: Sendable, Hashable {
  /// What the shell completes by itself.
  public enum Paths: String, Sendable, Hashable {
    case none
    case files
    case folders
  }

  /// The words to offer, in order.
  public var candidates: [CompletionCandidate] = []
  /// Whether the shell adds paths.
  public var paths = Paths.none

  /// A reply with these candidates.
  public init(candidates: [CompletionCandidate] = [], paths: Paths = .none) {
    self.candidates = candidates
    self.paths = paths
  }

  /// The answer as the shells' scripts read it: a candidate a line, its note after a tab. An empty candidate whose
  /// note is `files` or `folders` stands for paths. A candidate with control characters is left out: a shell would
  /// put it on the command line.
  public var text: String {
    let safe = candidates.filter { candidate in
      !candidate.word.isEmpty && !candidate.word.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    let lines = safe.map { $0.note.isEmpty ? $0.word : "\($0.word)\t\(Self.oneLine($0.note))" }
    return (lines + (paths == .none ? [] : ["\t\(paths.rawValue)"])).map { $0 + "\n" }.joined()
  }

  private static func oneLine(_ note: String) -> String {
    String(
      String.UnicodeScalarView(note.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
