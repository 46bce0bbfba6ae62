import CommandLineParsing

struct SnapshotInfoCommand: Command {
  static let name = "info"
  static let summary = "Count what a snapshot holds."

  @Argument("The day to count", placeholder: "DAY") var day: Int?
  @Argument("How many lines to print") var lines: Int = 20

  func run(in context: SampleContext) async throws -> ExitCode {
    context.note(["day=\(day.map(String.init) ?? "-")", "lines=\(lines)"])
    return .success
  }
}
