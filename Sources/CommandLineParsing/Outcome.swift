/// What a command line asks for.
public enum Outcome<Context: Sendable>: Sendable {
  /// Text for standard output: help, the version, a script.
  case print(String)
  /// A command, filled and checked.
  case run(Invocation<Context>)
  /// Candidates for the last of these words.
  case complete([String])
  /// The command line is wrong.
  case fail(UsageError)
}
