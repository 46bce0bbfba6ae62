import CommandLineParsing

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
