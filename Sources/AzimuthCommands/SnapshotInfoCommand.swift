internal import CommandLineParsing
internal import Reporting

/// `azimuth snapshot info`.
struct SnapshotInfoCommand: Command {
  static let name = "info"
  static let summary = "Count what a snapshot holds, and name what it lacks."
  static let discussion = """
    Resources are counted by type, observations by call with the times between which they were made. Findings are faults \
    of the snapshot itself, with the file and line. What is missing stands with the command that collects it.
    """
  static let examples = [
    Example("azimuth snapshot info --snapshot ./contoso", "Look into a folder of files"),
    Example("az network nic list -o json | azimuth snapshot info --snapshot -", "Look into the output of a command"),
  ]

  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    session.print(SnapshotReport(SnapshotSurvey(try session.estate())))
    return .success
  }
}
