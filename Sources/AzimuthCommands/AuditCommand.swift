internal import Auditing
internal import CommandLineParsing
internal import Diagnosis
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
    """
  static let examples = [
    Example("azimuth audit --snapshot contoso/", "Look for faults in a snapshot"),
    Example("azimuth audit --only AZR102 --only AZR105 -o json", "Run two checks, for a script"),
    Example("azimuth audit --fail-on warning -o none", "Let a pipeline fail where somebody should look"),
  ]

  @Option("The least severity that makes the exit code 1") var failOn: FailureThreshold = .error
  @Option("Only the check with this code", placeholder: "CODE", completion: CheckCode.completion)
  var only: [CheckCode]
  @Option("All but the check with this code", placeholder: "CODE", completion: CheckCode.completion)
  var skip: [CheckCode]
  @OptionGroup var computation: AuditOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let estate = try session.estate()
    let codes = (only.isEmpty ? Set(Auditor.codes) : Set(only)).subtracting(skip)
    let display = AuditProgressDisplay(surroundings, common.color)
    let findings = await Auditor(estate, asOf: computation.day).findings(codes: codes) { display.show($0) }
    display.clear()
    session.print(AuditReport(findings, of: estate))
    return failOn.isReached(by: findings) ? .blocked : .success
  }
}
