/// Where the candidates for an input's value come from.
public enum Completion: Sendable {
  /// The value type's allowed words.
  case automatic
  /// Paths of files.
  case files
  /// Paths of folders.
  case folders
  /// Fixed words.
  case values([CompletionCandidate])
  /// Candidates that have to be looked up; made with ``dynamic(_:)``.
  case lookup(@Sendable (any Sendable, CompletionRequest) async -> [CompletionCandidate])

  /// Candidates from the program's context, such as names in a snapshot.
  ///
  /// They need not be filtered by the prefix. With a context of another type there are none.
  public static func dynamic<Context: Sendable>(
    _ candidates: @escaping @Sendable (Context, CompletionRequest) async -> [CompletionCandidate]
  ) -> Completion {
    .lookup { context, request in
      guard let context = context as? Context else { return [] }
      return await candidates(context, request)
    }
  }
}
