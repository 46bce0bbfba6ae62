/// A command, filled from the command line and ready to run.
public struct Invocation<Context: Sendable>: Sendable {
  /// The words that call the command, the program's name first.
  public let path: [String]
  private let helpLine: String
  private let body: @Sendable (Context) async throws -> ExitCode

  init(path: [String], helpLine: String, run: @escaping @Sendable (Context) async throws -> ExitCode) {
    self.path = path
    self.helpLine = helpLine
    body = run
  }

  /// Runs the command. A ``UsageError`` that it throws names the command's help.
  public func run(in context: Context) async throws -> ExitCode {
    do {
      return try await body(context)
    } catch let error as UsageError {
      throw error.withHelpLine(helpLine)
    }
  }
}
