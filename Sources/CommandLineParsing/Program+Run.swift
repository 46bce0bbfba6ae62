extension Program {
  /// Does what the words ask for and gives the process's exit code.
  ///
  /// - Parameters:
  ///   - words: those after the program's name.
  ///   - environment: the process's environment.
  ///   - context: what commands run in; made only when a command or a completion needs it.
  ///   - console: where help and usage errors go.
  ///   - failure: turns any error but a ``UsageError`` into words on standard error and an exit code.
  public func run(
    _ words: [String], environment: [String: String], console: Console,
    context: @escaping @Sendable () async throws -> Context,
    failure: @Sendable (any Error) async -> ExitCode
  ) async -> ExitCode {
    do {
      switch outcome(of: words, environment: environment, width: console.helpWidth) {
      case .print(let text): console.output(text)
      case .run(let invocation): return try await invocation.run(in: try await context())
      case .complete(let words): console.output(await completions(of: words, in: context).text)
      case .fail(let error): throw error
      }
      return .success
    } catch let error as UsageError {
      console.error(error.text(console.errorColouring))
      return .usage
    } catch {
      return await failure(error)
    }
  }
}
