import CommandLineParsing

enum OutputFormat: String, CaseIterable, ArgumentValue {
  case table
  case json
  case csv
  case tsv
  case yaml
  case none
}

enum TransportProtocol: String, CaseIterable, ArgumentValue {
  case tcp
  case udp
  case icmp
}

enum Direction: String, CaseIterable, ArgumentValue {
  case inbound
  case outbound
}

struct CommonOptions: SharedOptions {
  static let title = "Common options"

  @Option(
    "The snapshot to read, a file or a folder", short: "s", placeholder: "PATH", environment: "AZIMUTH_SNAPSHOT",
    completion: .files)
  var snapshot: [String]
  @Option("How the answer is printed", short: "o", placeholder: "FORMAT") var output: OutputFormat = .table
  @Option("Only resources of this group", short: "g", placeholder: "GROUP") var resourceGroup: String?
  @Flag("Say more", short: "v") var verbose: Bool
}

struct DiagnoseCommand: Command {
  static let name = "diagnose"
  static let summary = "Find out why a connection fails."
  static let discussion = """
    The answer is one verdict with its cause and remedy. Name resolution, the forward path and the return path are \
    each followed to their end.

    A resource is named by
      its ID, its name, or group/name.
    """
  static let examples = [
    Example("azimuth diagnose vm-web sql-1:1433", "Ask why the database can't be reached"),
    Example("azimuth diagnose internet vm-web:443 -o json", "Ask whether the internet gets in, for a script"),
  ]

  @Argument("Where the connection starts", completion: .names) var source: String
  @Argument("Where it should go", placeholder: "DESTINATION[:PORT]", completion: .names) var destination: String
  @Option("The transport protocol") var `protocol`: TransportProtocol = .tcp
  @Option("The source port", short: "p") var port: Int = 0
  @Flag("Print every step", short: "e") var explain: Bool
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    if self.protocol == .icmp, port != 0 { throw UsageError("icmp has no ports, but --port is \(port)") }
  }

  func run(in context: SampleContext) async throws -> ExitCode {
    context.note([
      "source=\(source)", "destination=\(destination)", "protocol=\(self.protocol)", "port=\(port)",
      "explain=\(explain)", "snapshot=\(common.snapshot)", "output=\(common.output)",
      "group=\(common.resourceGroup ?? "-")", "verbose=\(common.verbose)",
    ])
    if source == "nowhere" { throw UsageError("'nowhere' isn't in the snapshot") }
    if source == "broken" { throw SampleFailure() }
    return ExitCode(rawValue: 1)
  }
}

struct FlowCommand: Command {
  static let name = "flow"
  static let summary = "Ask whether security rules let a packet through."

  @Argument("The virtual machine", completion: .names) var machine: String
  @Option("Which way the packet goes") var direction: Direction
  @OptionGroup var common: CommonOptions

  func run(in context: SampleContext) async throws -> ExitCode {
    context.note(["machine=\(machine)", "direction=\(direction)"])
    return .success
  }
}

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

struct SampleFailure: Error {}

extension Completion {
  /// Names from the snapshot; with `--snapshot empty` there are none.
  static let names = Completion.dynamic { (context: SampleContext, request: CompletionRequest) in
    request.values(of: "snapshot") == ["empty"] ? [] : context.names.map { CompletionCandidate($0, "a machine") }
  }
}
