import CommandLineParsing

struct SnapshotMergeCommand: Command {
  static let name = "merge"
  static let summary = "Join snapshots into one."

  @Argument("The snapshots", placeholder: "PATH", completion: .files) var paths: [String]
  @Option("The folder to write", completion: .folders) var into: String?
  @Option("Tags to keep", placeholder: "NUMBER") var tag: [Int]

  func run(in context: SampleContext) async throws -> ExitCode {
    context.note(["paths=\(paths)", "into=\(into ?? "-")", "tag=\(tag)"])
    return .success
  }
}
