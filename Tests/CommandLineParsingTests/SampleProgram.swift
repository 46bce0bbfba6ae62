import CommandLineParsing

/// A small program in the manner of `azimuth`, on which the tests try the parser.
enum SampleProgram {
  static let program = Program<SampleContext>(
    description,
    commands: [
      .command(DiagnoseCommand.self),
      .command(FlowCommand.self),
      .group(
        "snapshot", summary: "Look into a snapshot.",
        discussion: "A snapshot is a set of resources and observations at one time.",
        [.command(SnapshotInfoCommand.self), .command(SnapshotMergeCommand.self)]),
    ])

  private static var description: ProgramDescription {
    var description = ProgramDescription(
      name: "azimuth", version: "0.1.0", released: "2026-11-21",
      summary: "Find out why a connection in an Azure network fails.")
    description.discussion = """
      Azimuth reads a snapshot of the network's configuration and follows a connection through it, there and back.

      Nothing is changed and nothing is sent anywhere.
      """
    description.examples = [Example("azimuth diagnose vm-web sql-1:1433", "Ask why the database can't be reached")]
    description.exitCodes = [Definition("0", "reachable"), Definition("1", "blocked"), Definition("2", "usage")]
    description.environment = [Definition("AZIMUTH_SNAPSHOT", "the snapshot to read where --snapshot isn't given")]
    return description
  }

  /// The outcome of a line whose words are parted by spaces.
  static func outcome(_ line: String, environment: [String: String] = [:]) -> Outcome<SampleContext> {
    program.outcome(of: line.split(separator: " ").map(String.init), environment: environment)
  }

  /// The error of a line, nil where it has none.
  static func error(_ line: String, environment: [String: String] = [:]) -> UsageError? {
    guard case .fail(let error) = outcome(line, environment: environment) else { return nil }
    return error
  }

  /// What the line's command notes when it runs; nil where it isn't run.
  static func notes(_ words: [String], environment: [String: String] = [:]) async throws -> [String]? {
    guard case .run(let invocation) = program.outcome(of: words, environment: environment) else { return nil }
    let context = SampleContext()
    _ = try await invocation.run(in: context)
    return context.notes
  }
}
