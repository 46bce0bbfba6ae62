internal import CommandLineParsing
internal import ExpressRouteFacts
internal import PacketCounts
internal import Reporting

/// `azimuth expressroute interpret`.
struct ExpressRouteInterpretCommand: Command {
  static let name = "interpret"
  static let summary = "Say what a packet-count test of a circuit's private peering means."
  static let discussion = """
    The portal's test ("Diagnose and solve problems", "Connectivity & Performance issues", "Issues with Private peering", \
    "Test private-peering connectivity") counts a probe's packets at both MSEEs. FILE is its result as printed, or - for \
    standard input; instead of it the four numbers may be given as options. A line with the word Primary or Secondary \
    stands above each MSEE's counts. `received` counts packets from on-premises, `sent` packets toward on-premises.

    The same counts read differently by which side ran the probe: --from says it. Without it the side is inferred from \
    the port, where the text has one.

    --pinned tells that the test was run with a /32 of on-premises which is advertised over one path's BGP session \
    alone: the reading is then about that path.

    Exit code 0: nothing is wrong; 1: a fault; 5: counts are missing that decide. No snapshot is read.
    """
  static let examples = [
    Example("azimuth expressroute interpret result.txt --from onpremises", "Interpret what the portal printed"),
    Example(
      "azimuth expressroute interpret --primary-received 120 --primary-sent 120 --secondary-received 0 --secondary-sent 0",
      "Interpret numbers"),
    Example(
      "azimuth expressroute interpret second.txt --pinned secondary -o json",
      "Interpret the repetition with a /32 of the secondary path"),
  ]

  /// Which side ran the probe, as the command line spells it.
  enum Side: String, Sendable, CaseIterable, ArgumentValue {
    case onpremises
    case azure

    static var argumentPlaceholder: String { "SIDE" }

    var direction: ProbeDirection { self == .onpremises ? .fromOnPremises : .fromAzure }
  }

  @Argument("The test's result as the portal prints it; - is standard input", completion: .files) var file: String?
  @Option("Which side ran the probe") var from: Side?
  @Option("Packets from on-premises at the primary MSEE", placeholder: "COUNT") var primaryReceived: UInt64?
  @Option("Packets toward on-premises at the primary MSEE", placeholder: "COUNT") var primarySent: UInt64?
  @Option("Packets from on-premises at the secondary MSEE", placeholder: "COUNT") var secondaryReceived: UInt64?
  @Option("Packets toward on-premises at the secondary MSEE", placeholder: "COUNT") var secondarySent: UInt64?
  @Option("The path over which alone the probe's on-premises address is advertised as a /32") var pinned: EdgeRouter?
  @OptionGroup var common: CommonOptions

  private var numbers: [UInt64?] { [primaryReceived, primarySent, secondaryReceived, secondarySent] }

  func validate() throws(UsageError) {
    let isGiven = numbers.contains { $0 != nil }
    if file != nil, isGiven { throw UsageError("give FILE or numbers, not both") }
    if file == nil, !isGiven {
      throw UsageError("nothing to interpret: give FILE, - for standard input, or the four numbers")
    }
    if common.output == .svg { throw UsageError("there is nothing to draw: -o svg isn't for this command") }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let interpretation = PacketCountInterpretation(try test(surroundings), pinnedTo: pinned)
    session.print(PacketCountReport(interpretation))
    switch interpretation.severity {
    case .ok, .info: return .success
    case .warning, .error: return .blocked
    case nil: return .indeterminate
    }
  }

  private func test(_ surroundings: Surroundings) throws(CommandError) -> PacketCountTest {
    guard let file else {
      return PacketCountTest(
        primary: RouterCounts(received: primaryReceived, sent: primarySent),
        secondary: RouterCounts(received: secondaryReceived, sent: secondarySent), direction: from?.direction)
    }
    let read =
      file == "-" ? StandardInput.bytes(of: surroundings.standardInput) : StandardInput.bytes(ofFile: file)
    let name = file == "-" ? "standard input" : file
    guard let bytes = read else {
      throw CommandError(message: "\(name): it can't be read", remedy: "Give a file with the portal's result, or -.")
    }
    do throws(PacketCountError) {
      return try PacketCountTest(
        try PacketCountText(String(decoding: bytes, as: UTF8.self)), direction: from?.direction)
    } catch {
      throw CommandError(message: "\(name): \(error.description)", remedy: error.remedy)
    }
  }
}
