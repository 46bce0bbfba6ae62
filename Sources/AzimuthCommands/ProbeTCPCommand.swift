internal import CommandLineParsing
internal import JSONDocument
internal import ProbeRecords
internal import Probing
internal import Reporting
internal import TerminalText

/// `azimuth probe tcp`.
struct ProbeTCPCommand: Command {
  static let name = "tcp"
  static let summary = "Connect to ports, and time it."
  static let discussion = """
    Each target is connected to once to warm up and then --count times, each time from a new source port, and at once \
    closed again: the time is that from the first packet to the answer. Nothing is sent over the connection. On a \
    terminal each connection is shown as it happens.

    Private endpoints take no ping: this is how their reach is tested. `refused` means that packets arrive and nobody \
    listens, or that a firewall rejects; `timeout` that they, or the answers, are dropped on the way.

    The exit code is 4 where a target can't be connected to at all.
    """
  static let examples = [
    Example("azimuth probe tcp 10.12.4.20:443", "Time connections to a private endpoint"),
    Example("azimuth probe tcp kv1.vault.azure.net:443 --count 20 --interval 0.2", "Look for packets that get lost"),
    Example(
      "azimuth probe tcp management.azure.com:443 --proxy http://10.0.0.10:3128", "Ask whether a proxy lets it through"),
  ]

  @Argument("What to connect to", placeholder: "HOST:PORT") var targets: [ProbeTarget]
  @Option("How many connections count", short: "n") var count: Int = 4
  @Option("From the start of one connection to the start of the next", short: "i") var interval = ProbeSeconds(1)
  @Option("How long a connection may take") var timeout = ProbeSeconds(3)
  @Option("Connect through this HTTP proxy, with CONNECT") var proxy: ProxyText?
  @OptionGroup var probe: ProbeOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    try common.refusePicture()
    guard 1...100_000 ~= count else { throw UsageError("--count is \(count): expected 1 to 100000") }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let isShown = session.printsTable && surroundings.terminal(.error, common.color).width != nil
    let tcp = TCPProbe(count: count, interval: interval.duration, timeout: timeout.duration, proxy: proxy?.proxy)
    let results = await tcp.run(targets.map(\.place)) { target, attempt in
      if isShown { surroundings.write(.error, Self.line(target, attempt)) }
    }
    session.print(ConnectionProbeReport(results))
    try probe.keep(.tcp, results.map { ("\($0.target)", JSONObject(), $0.json) })
    return results.allSatisfy(\.isOpen) ? .success : .networkFailure
  }

  private static func line(_ target: HostPort, _ attempt: TCPAttempt) -> String {
    let lead = "Connecting to \(target)\(attempt.isWarmUp ? " (warmup)" : ""): "
    switch attempt.result {
    case .success(let time):
      return lead + (attempt.source.map { "from \($0): " } ?? "") + time.millisecondText + "\n"
    case .failure(let error): return lead + "\(error)\n"
    }
  }
}
