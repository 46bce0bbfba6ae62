internal import AzureResources
internal import Diagnosis
internal import Findings
internal import IPAddressing
internal import NameResolution
internal import PathAnalysis
internal import Routing
internal import TerminalText

/// A diagnosis for people: the verdict first, then cause and remedy, then the path hop by hop, then what it rests on.
struct DiagnosisText {
  private static let indent = FindingsText.indent

  private let diagnosis: Diagnosis
  private let terminal: Terminal
  private let findings: FindingsText

  init(_ diagnosis: Diagnosis, _ terminal: Terminal) {
    self.diagnosis = diagnosis
    self.terminal = terminal
    findings = FindingsText(terminal)
  }

  var text: String {
    [
      verdict, cause, names, paths, findings.checks(diagnosis.checks, besides: diagnosis.cause),
      findings.assumptions(diagnosis.assumptions), findings.missing(diagnosis.missing),
    ]
    .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var verdict: String {
    let style: Style =
      switch diagnosis.verdict {
      case .reachable: .success
      case .blocked: .error
      case .indeterminate: .warning
      }
    let asked = diagnosis.question
    let port = asked.port.map { " \($0)" } ?? ""
    let words =
      "\(EndpointText.words(diagnosis.source, asked.source)) to "
      + "\(EndpointText.words(diagnosis.destination, asked.destination)), \(asked.transport.rawValue.uppercased())\(port)"
    return line(StyledText(diagnosis.verdict.rawValue.uppercased(), style) + StyledText("  \(words)"))
  }

  private var cause: String {
    guard let cause = diagnosis.cause else { return "" }
    let place = cause.resource.map { " (\(DisplayName.of($0)))" } ?? ""
    let remedy = Paragraph.text(
      StyledText("Remedy", .emphasis), StyledText(cause.remedy.summary), indent: Self.indent, for: terminal)
    return Paragraph.text(
      StyledText("Cause", .emphasis),
      StyledText("\(cause.code.rawValue), \(cause.code.layer.rawValue): ", .error)
        + StyledText(cause.summary + place), indent: Self.indent, for: terminal) + remedy
      + findings.commands(cause.remedy) + proof(cause.remedy) + repair
  }

  private func proof(_ remedy: Remedy) -> String {
    let words: StyledText
    switch remedy.proof {
    case .works: words = StyledText("proved on a copy: the connection then works", .success)
    case .clears:
      words = StyledText("proved on a copy: nothing that the snapshot holds stops the connection then", .success)
    case .goesOn(let next, let resource):
      let place = resource.map { " at \(DisplayName.of($0))" } ?? ""
      words = StyledText(
        "proved on a copy: the packet then goes on to the next cause, \(next.rawValue)\(place)", .success)
    case .fails:
      words = StyledText(
        "not proved: no change was found after which the connection works on a copy of the estate", .warning)
    case .notTried:
      guard !remedy.changes.isEmpty else { return "" }
      words = StyledText("not proved", .dim)
    }
    let opens = remedy.opens.map { OpeningText.sentences($0) } ?? []
    return Paragraph.text("", words, indent: Self.indent, for: terminal)
      + opens.map { Paragraph.text("", StyledText($0), indent: Self.indent, for: terminal) }.joined()
  }

  /// The causes behind the first one, each with what repairs it.
  private var repair: String {
    guard let repair = diagnosis.repair, repair.steps.count > 1 || repair.remaining != nil else { return "" }
    let further = repair.steps.dropFirst().enumerated().map { position, step in
      Paragraph.text(
        StyledText(position == 0 ? "Then" : "", .emphasis),
        StyledText("\(step.cause.code.rawValue): ", .error)
          + StyledText("\(step.cause.summary): \(step.remedy.summary)"),
        indent: Self.indent, for: terminal) + findings.commands(step.remedy) + proof(step.remedy)
    }
    guard let left = repair.remaining else { return further.joined() }
    return further.joined()
      + Paragraph.text(
        StyledText("Remains", .emphasis),
        StyledText("\(left.code.rawValue): ", .error)
          + StyledText("\(left.summary); no change of configuration was found that repairs it"), indent: Self.indent,
        for: terminal)
  }

  /// How the destination's name came to its address.
  private var names: String {
    guard let answer = diagnosis.nameResolution, !answer.links.isEmpty else { return "" }
    return line(StyledText("Name", .emphasis)) + NameChainText.lines(answer, terminal)
  }

  private var paths: String {
    let picture = PathPicture(there: diagnosis.forward, back: diagnosis.wayBack, terminal: terminal).text + ways
    guard diagnosis.wayBack == nil else { return picture }
    return picture + "\n" + line(StyledText("Back", .emphasis) + "  decided outside the snapshot")
  }

  /// The ways that flows are spread over; the picture shows one of them.
  private var ways: String {
    guard !diagnosis.ways.isEmpty else { return "" }
    return "\n" + line(StyledText("Ways", .emphasis) + StyledText("  flows take one of \(diagnosis.ways.count)"))
      + diagnosis.ways.map { way in
        let verdict = way.verdict.rawValue + (way.cause.map { " (\($0.rawValue))" } ?? "")
        return Paragraph.text("", StyledText("by \(way.name): \(verdict)"), indent: 2, for: terminal)
      }.joined()
  }

  private func line(_ text: StyledText) -> String { text.rendered(terminal.colouring) + "\n" }
}
