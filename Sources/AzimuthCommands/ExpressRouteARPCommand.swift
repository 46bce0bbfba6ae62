internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting

/// `azimuth expressroute arp`.
struct ExpressRouteARPCommand: Command {
  static let name = "arp"
  static let summary = "Show the ARP tables of both paths of a peering side by side."
  static let discussion = """
    The tables say whether layer 2 works: the On-Prem row has the MAC address of the router that answers on the \
    customer's side, or Incomplete where nobody does. Some of Microsoft's hardware never lists its own side.

    CIRCUIT is an ID, a name or group/name; it can be left out where there is only one.
    """
  static let examples = [
    Example("azimuth expressroute arp Test-ER-Ckt", "See whether both routers answer"),
    Example(
      "azimuth expressroute arp --primary primary.txt --secondary secondary.txt",
      "Read what Get-AzExpressRouteCircuitARPTable printed"),
    Example("azimuth expressroute arp Test-ER-Ckt --at 2026-05-29T10:00:00Z", "See what changed since then"),
  ]

  @Argument("The circuit", completion: NameCompletion.names(of: TargetKinds.circuits)) var circuit: String?
  @Option("The peering: private, microsoft or public") var peering: PeeringType?
  @OptionGroup var tables: CircuitTableOptions
  @OptionGroup var times: CircuitTimeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let query = try CircuitQuery(.arpTable, of: circuit, peering, tables, times, scope, session)
    let (subject, answer, moments) = (query.subject, query.answer, query.moments)
    let pair = { query.pair($0, CircuitObservations.arpTable) }
    let shown = pair(moments.shown)
    try answer.requirePeering(!shown.primary.isMissing || !shown.secondary.isMissing)
    session.notify(subject.notices + moments.notices + answer.missing(shown))
    session.print(
      ARPTablesReport(
        subject.context, shown, change: moments.change.map { TableChange(from: pair($0.from), to: pair($0.to)) }))
    return answer.code([shown.primary, shown.secondary])
  }
}
