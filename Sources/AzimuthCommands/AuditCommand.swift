internal import Auditing
internal import CommandLineParsing
internal import Diagnosis
internal import Findings
internal import JSONDocument
internal import Reporting

/// `azimuth audit`.
struct AuditCommand: Command {
  static let name = "audit"
  static let summary = "Look for faults in the whole snapshot."
  static let discussion = """
    Every check is run over the whole configuration, whether or not anybody complains. A finding names the resource to \
    change, its evidence, and the change that repairs it.

    An `error` certainly breaks something; a `warning` probably isn't what was meant; a `note` is untidy, or may be meant \
    as it is.

    A baseline keeps quiet about what was there before; suppressions keep quiet about what somebody decided, with the \
    reason, until a day.
    """
  static let examples = [
    Example("azimuth audit --snapshot contoso/", "Look for faults in a snapshot"),
    Example("azimuth audit --only AZR102 --only AZR105 -o json", "Run two checks, for a script"),
    Example("azimuth audit --fail-on warning -o none", "Let a pipeline fail where somebody should look"),
    Example("azimuth audit --write-baseline known.json", "Accept what is there today"),
    Example("azimuth audit --baseline known.json -o sarif", "Tell what is new, for a code-scanning tool"),
  ]

  @Option("The least severity that makes the exit code 1") var failOn: FailureThreshold = .error
  @Option("Only the check with this code", placeholder: "CODE", completion: CheckCode.completion)
  var only: [CheckCode]
  @Option("All but the check with this code", placeholder: "CODE", completion: CheckCode.completion)
  var skip: [CheckCode]
  @Option(
    "Findings of this file are known: they aren't printed and don't fail", placeholder: "FILE", completion: .files)
  var baseline: String?
  @Option("Write what is found to this file, for --baseline", placeholder: "FILE", completion: .files)
  var writeBaseline: String?
  @Option(
    "Findings that aren't to be told, with reason and last day, as JSON", placeholder: "FILE", completion: .files)
  var suppressions: String?
  @OptionGroup var options: AuditOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, options.common)
    let known = try baseline.map { try BaselineFile.read($0) }
    let decided = try suppressions.map { try SuppressionFile.read($0) } ?? []
    let estate = try session.estate()
    let codes = (only.isEmpty ? Set(Auditor.codes) : Set(only)).subtracting(skip)
    let display = AuditProgressDisplay(surroundings, options.color)
    let findings = await Auditor(estate, asOf: options.day).findings(codes: codes) { display.show($0) }
    display.clear()
    let review = AuditReview(findings, baseline: known, suppressions: decided, on: surroundings.today)
    if let writeBaseline { try BaselineFile.write(findings, to: writeBaseline) }
    let report = AuditReport(review, of: estate)
    switch options.output {
    case .sarif: surroundings.write(.output, report.sarif(version: AzimuthProgram.version))
    case .junit:
      surroundings.write(.output, report.junit(of: Auditor.codes.filter(codes.contains), failingFrom: failOn.severity))
    default: session.print(report)
    }
    session.notify(notices(review))
    return failOn.isReached(by: review.new) ? .blocked : .success
  }

  private func notices(_ review: AuditReview) -> [Notice] {
    review.expired.map { suppression in
      Notice(
        .note,
        "the suppression of \(suppression.code?.rawValue ?? "*") for \(suppression.resource) expired on"
          + " \(suppression.expires.map { "\($0)" } ?? ""), so its findings are back (\(suppression.reason))")
    }
      + review.unused.map { suppression in
        Notice(
          .note,
          "the suppression of \(suppression.code?.rawValue ?? "*") for \(suppression.resource) covers no finding: it can go"
        )
      }
  }
}
