internal import Auditing
internal import AzureResources
internal import Diagnosis
internal import Findings
internal import TerminalText

/// An audit for people: findings by severity and code, each with the resource, the fault and what repairs it.
struct AuditText {
  /// How many findings of one code are printed; the other forms have them all.
  private static let limit = 20

  private let findings: [Finding]
  private let terminal: Terminal

  private let known: Int
  private let suppressed: Int

  init(_ review: AuditReview, _ terminal: Terminal) {
    findings = review.new
    known = review.findings.count { $0.standing == .known }
    suppressed = review.findings.count - findings.count - known
    self.terminal = terminal
  }

  var text: String {
    guard !findings.isEmpty else { return line(StyledText("No findings\(others).", .success)) }
    var groups: [[Finding]] = []
    for finding in findings {
      if let last = groups.last?.first, last.code == finding.code, last.severity == finding.severity {
        groups[groups.count - 1].append(finding)
      } else {
        groups.append([finding])
      }
    }
    return groups.map(group).joined(separator: "\n") + "\n" + summary
  }

  private func group(_ findings: [Finding]) -> String {
    let (code, severity) = (findings[0].code, findings[0].severity)
    let count = findings.count == 1 ? "" : StyledText("  \(findings.count) findings", .dim)
    let heading =
      StyledText(severity.rawValue, Self.style(severity)) + StyledText("  \(code.rawValue)", .emphasis)
      + StyledText("  \(code.title)") + count
    let rest = findings.count - Self.limit
    return line(heading) + findings.prefix(Self.limit).map(finding).joined()
      + (rest > 0 ? line(StyledText("  and \(rest) more; -o json or -o csv lists them all", .dim)) : "")
  }

  private func finding(_ finding: Finding) -> String {
    let commands = finding.remedy.commands.map { line(StyledText("    " + $0, .dim)) }
    return Paragraph.text(
      "", StyledText("  ") + StyledText(DisplayName.of(finding.resource), .emphasis), indent: 0, for: terminal)
      + Paragraph.text("", StyledText(finding.summary), indent: 4, for: terminal)
      + Paragraph.text("", StyledText("Remedy: \(finding.remedy.summary)"), indent: 4, for: terminal)
      + commands.joined()
  }

  private var summary: String {
    let counts = Severity.allCases.reversed().map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return line(StyledText(counts.joined(separator: ", "), .emphasis) + StyledText(others))
  }

  /// What isn't printed.
  private var others: String {
    [known > 0 ? "; \(known) known by the baseline" : "", suppressed > 0 ? "; \(suppressed) suppressed" : ""].joined()
  }

  private static func style(_ severity: Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .dim
    }
  }

  private func line(_ text: StyledText) -> String { text.rendered(terminal.colouring) + "\n" }
}
