internal import AzureResources
internal import CircuitVerification
internal import CommandLineParsing
internal import CustomerEdge
internal import Findings
internal import HybridConnectivity
internal import Reporting

/// `azimuth expressroute verify`.
struct ExpressRouteVerifyCommand: Command {
  static let name = "verify"
  static let summary = "Say whether a circuit works, at which network point it breaks, and who has to act."
  static let discussion = """
    Every table of both paths is read in the order of Microsoft's guide and held against each other and against the \
    circuit's configuration: circuit and provider status, peerings, addresses, VLAN, AS numbers, ARP, BGP, prefixes, \
    traffic, connections, authorizations, gateways, Microsoft peering.

    The answer is one verdict: `healthy`; `faulty`, with the first cause, its network point (1 to 7) and who has to act; or \
    `indeterminate`, with the commands that collect what is missing. Tables of another circuit, and tables that are more \
    than a day older than the newest, are not held against the rest, and that is said.

    CIRCUIT is an ID, a name or group/name; it can be left out where there is only one.
    """
  static let examples = [
    Example("azimuth expressroute verify Test-ER-Ckt", "Verify a circuit from the customer's edge to the gateway"),
    Example("azimuth expressroute verify Test-ER-Ckt -o json", "Verify it for a script"),
    Example(
      "azimuth expressroute verify --table circuit.txt --primary primary.txt --secondary secondary.txt",
      "Verify what PowerShell, the CLI or the portal printed"),
    Example("azimuth expressroute verify Test-ER-Ckt -o svg > circuit.svg", "Draw the chain of network points"),
    Example(
      "azimuth expressroute verify Test-ER-Ckt --edge ce1.conf --edge ce1-neigh.txt",
      "Hold the circuit against the customer's router"),
    Example("azimuth expressroute verify Test-ER-Ckt --model ipvpn", "Say that the provider routes"),
  ]

  @Argument("The circuit", completion: NameCompletion.names(of: TargetKinds.circuits)) var circuit: String?
  @Option(
    "How the circuit reaches Microsoft: on a port of its own, through switches, or through the provider's routers;"
      + " inferred where it isn't given")
  var model: ConnectivityModel?
  @Option(
    "Files of the routers at the customer's end, repeatable: FRR JSON or configuration, Cisco IOS, Junos; - for standard"
      + " input", placeholder: "FILE", completion: .files)
  var edge: [String]
  @Option("Leave out what was observed later than this moment") var at: Timestamp?
  @OptionGroup var tables: CircuitTableOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common, draws: true)
    let name = try CircuitName.one(of: circuit, scope)
    let subject = try CircuitSubject(name, peering: nil, tables: tables, scope: scope, session)
    session.notify(subject.notices)
    let verifier = CircuitVerifier(
      subject.estate, subject.catalog, model: model, edge: try customerEdge(surroundings), asOf: at)
    guard let result = verifier.verify(subject.id) else {
      throw CommandError(
        message: "there are tables of circuit \(subject.id.name), but not the circuit itself",
        remedy: "Add its configuration: az network express-route show --ids \(subject.id) -o json")
    }
    try session.print(drawn: CircuitVerificationReport(result, of: subject.estate))
    switch result.verification.verdict {
    case .healthy: return .success
    case .faulty: return .blocked
    case .indeterminate: return .indeterminate
    }
  }

  /// The files of the customer's routers as one; nil where none is given.
  private func customerEdge(_ surroundings: Surroundings) throws -> CustomerEdge? {
    guard !edge.isEmpty else { return nil }
    if edge.contains("-"), common.snapshot.contains("-") {
      throw UsageError("standard input can't be both the snapshot and a router's file")
    }
    var pieces: [CustomerEdge] = []
    for file in edge {
      let name = file == "-" ? "standard input" : file
      let read = file == "-" ? StandardInput.bytes(of: surroundings.standardInput) : StandardInput.bytes(ofFile: file)
      guard let bytes = read else { throw CommandError(message: "\(name): the file can't be read") }
      do throws(CustomerEdgeError) {
        pieces.append(try CustomerEdgeReader.read(bytes))
      } catch {
        throw CommandError(message: "\(name): \(error)", remedy: error.remedy)
      }
    }
    return CustomerEdge(joining: pieces)
  }
}
