public import TerminalText

/// Where a program's own words go.
public struct Console: Sendable {
  let output: @Sendable (String) -> Void
  let error: @Sendable (String) -> Void
  let helpWidth: Int
  let errorColouring: Colouring

  /// A console that writes with these closures; help is as wide as `outputTerminal`, but lines past 100 columns are
  /// hard to read.
  public init(
    outputTerminal: Terminal, errorTerminal: Terminal,
    output: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void
  ) {
    self.output = output
    self.error = error
    helpWidth = max(40, min(outputTerminal.width ?? 80, 100))
    errorColouring = errorTerminal.colouring
  }
}
