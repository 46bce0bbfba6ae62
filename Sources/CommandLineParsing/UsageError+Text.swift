public import TerminalText

extension UsageError {
  /// The error as it is printed on standard error, each part on a line of its own.
  public func text(_ colouring: Colouring = .plain) -> String {
    var lines = [StyledText("error:", .error) + StyledText(" " + message + ".")]
    if let closest { lines.append(StyledText("Did you mean ") + StyledText(closest, .emphasis) + "?") }
    if !allowed.isEmpty { lines.append(StyledText("Allowed: " + allowed.joined(separator: ", ") + ".")) }
    if let helpLine { lines.append(StyledText("Help: ") + StyledText(helpLine, .emphasis)) }
    return lines.map { $0.rendered(colouring) + "\n" }.joined()
  }
}
