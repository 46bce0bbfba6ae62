internal import CommandLineParsing
internal import TerminalText

/// Why a command can't answer: what happened, what it concerns, what to do.
struct CommandError: Error, Sendable, Hashable {
  /// What happened, without a full stop.
  let message: String
  /// What it concerns, a line each.
  var details: [String] = []
  /// What to do, as a sentence with its full stop; empty where there is nothing to say.
  var remedy = ""
  var code = ExitCode.badInput
  /// Whether no resource that the command has an answer for bears the name.
  var isAbsence = false

  /// The error as it is printed on standard error.
  func text(_ colouring: Colouring) -> String {
    let stop = message.last.map { "?!.".contains($0) } ?? false ? "" : "."
    var lines = [StyledText("error:", .error) + StyledText(" \(message)\(stop)")]
    lines += details.map { StyledText("  " + $0) }
    if !remedy.isEmpty { lines.append(StyledText(remedy)) }
    return lines.map { $0.rendered(colouring) + "\n" }.joined()
  }
}
