internal import Findings
internal import TerminalText

/// A verification for people: the verdict first, then cause, remedy and who has to act, then every check in the order of
/// the walk, then what it rests on.
struct VerificationText {
  private let verification: Verification
  private let terminal: Terminal
  private let findings: FindingsText

  init(_ verification: Verification, _ terminal: Terminal) {
    self.verification = verification
    self.terminal = terminal
    findings = FindingsText(terminal)
  }

  /// - Parameter picture: What is drawn between the cause and the checks.
  func text(with picture: String = "") -> String {
    [
      verdict + cause, picture, checks, findings.assumptions(verification.assumptions),
      findings.missing(verification.missing),
    ]
    .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var verdict: String {
    let style: Style =
      switch verification.verdict {
      case .healthy: .success
      case .faulty: .error
      case .indeterminate: .warning
      }
    let words = StyledText(verification.verdict.rawValue.uppercased(), style)
    return line(words + StyledText("  \(DisplayName.of(verification.resource))"))
  }

  private var cause: String {
    guard let cause = verification.cause else { return "" }
    let indent = FindingsText.indent
    let party = cause.party.map { "; to act: \($0.words)" } ?? ""
    return Paragraph.text(
      StyledText("Cause", .emphasis),
      StyledText("\(cause.code.rawValue), \(cause.code.layer.rawValue): ", .error) + StyledText(cause.summary + party),
      indent: indent, for: terminal)
      + Paragraph.text(
        StyledText("Remedy", .emphasis), StyledText(cause.remedy.summary), indent: indent, for: terminal)
      + findings.commands(cause.remedy)
  }

  private var checks: String {
    guard !verification.checks.isEmpty else { return "" }
    return line(StyledText("Checks", .emphasis)) + verification.checks.map(findings.check).joined()
  }

  private func line(_ text: StyledText) -> String { text.rendered(terminal.colouring) + "\n" }
}
