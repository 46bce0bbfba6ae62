internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting

/// `azimuth expressroute peerings`.
struct ExpressRoutePeeringsCommand: Command {
  static let name = "peerings"
  static let summary = "Show a circuit's peerings: states, VLAN, ASN, links and which side takes which address."
  static let discussion = """
    Of each /30 (IPv6: /126) the first usable address is the customer's (or the provider's), the second Microsoft's.

    CIRCUIT is an ID, a name or group/name; it can be left out where there is only one.
    """
  static let examples = [
    Example("azimuth expressroute peerings Test-ER-Ckt", "See the addresses that both sides must have"),
    Example(
      "azimuth expressroute peerings --table circuit.txt", "Read what Get-AzExpressRouteCircuit printed"),
  ]

  @Argument("The circuit", completion: NameCompletion.names(of: TargetKinds.circuits)) var circuit: String?
  @Option("Only this peering: private, microsoft or public") var peering: PeeringType?
  @OptionGroup var tables: CircuitTableOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let name = try CircuitName.one(of: circuit, scope)
    let subject = try CircuitSubject(name, peering: peering, tables: tables, scope: scope, session)
    guard let found = subject.circuit else {
      throw CommandError(
        message: "the configuration of \(DisplayName.of(subject.id)) isn't in the snapshot",
        remedy: "Collect it: \(CollectionCommand.showing(subject.id))")
    }
    if let peering, found.peering(peering) == nil { throw CommandError.noPeering(peering, found) }
    if found.peerings.isEmpty {
      session.notify([
        Notice(
          .note,
          "no peering is in the record; where the provider made it (IPVPN), refresh the circuit: Get-AzExpressRouteCircuit"
            + " and Set-AzExpressRouteCircuit pull it into Azure's copy")
      ])
    }
    session.print(CircuitPeeringsReport(found, only: peering))
    return .success
  }
}
