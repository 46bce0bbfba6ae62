internal import Findings
internal import PathAnalysis
internal import Routing
internal import TerminalText

/// Checks, commands and what they rest on for people, in the form that all answers share.
struct FindingsText {
  /// Where the text of a cause and its remedy begins.
  static let indent = 9

  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Commands stay whole, to be copied.
  func commands(_ remedy: Remedy) -> String {
    remedy.commands.map { line(StyledText(String(repeating: " ", count: Self.indent) + $0)) }.joined()
  }

  /// The checks that say more than the answer has said: all that didn't pass, but the cause itself.
  func checks(_ checks: [Check], besides cause: Cause?) -> String {
    let passed = checks.count { $0.status == .pass }
    let others = checks.filter { $0.status != .pass && $0.summary != cause?.summary }
    return line(StyledText("Checks", .emphasis) + StyledText("  \(passed) passed\(others.isEmpty ? "" : ", and:")"))
      + others.map(check).joined()
  }

  /// One check with its commands.
  func check(_ check: Check) -> String {
    let style: Style =
      switch check.status {
      case .pass: .success
      case .fail: .error
      case .warning, .unknown: .warning
      case .skipped: .dim
      }
    let label = StyledText("  \(check.status.rawValue)", style)
    return Paragraph.text(label, StyledText("\(check.code.rawValue)  \(check.summary)"), indent: 11, for: terminal)
      + (check.remedy?.commands ?? []).map { line(StyledText(String(repeating: " ", count: 11) + $0, .dim)) }.joined()
  }

  func assumptions(_ assumptions: [Assumption]) -> String {
    guard !assumptions.isEmpty else { return "" }
    return line(StyledText("Assumed", .emphasis))
      + assumptions.map { assumption in
        Paragraph.text(
          StyledText("  \(assumption.code.rawValue)", .dim), StyledText(assumption.summary), indent: 10, for: terminal)
      }.joined()
  }

  func missing(_ missing: [MissingInput]) -> String {
    guard !missing.isEmpty else { return "" }
    return line(StyledText("Missing", .emphasis))
      + missing.map { missing in
        // A command stays whole, to be copied.
        Paragraph.text("", StyledText(missing.summary), indent: 2, for: terminal)
          + (missing.command.map { line(StyledText("    " + $0, .dim)) } ?? "")
      }.joined()
  }

  private func line(_ text: StyledText) -> String { text.rendered(terminal.colouring) + "\n" }
}
