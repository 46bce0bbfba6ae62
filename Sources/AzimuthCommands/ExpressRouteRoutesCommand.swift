internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting

/// `azimuth expressroute routes`.
struct ExpressRouteRoutesCommand: Command {
  static let name = "routes"
  static let summary = "Show the BGP neighbors and route tables of both paths of a peering side by side."
  static let discussion = """
    What Microsoft's edge routers know, with what the two differ in: networks on one path only, AS paths of other length \
    (prepending), preferences. Next hops of the customer's routes differ by design, and which of a gateway's instances a \
    router selects (*) is its own choice: neither is a difference.

    CIRCUIT is an ID, a name or group/name; it can be left out where there is only one.
    """
  static let examples = [
    Example("azimuth expressroute routes Test-ER-Ckt", "See the routes of both paths"),
    Example("azimuth expressroute routes Test-ER-Ckt --diff", "See only what differs between the paths"),
    Example(
      "azimuth expressroute routes Test-ER-Ckt --before last-week/", "See what changed since an older snapshot"),
    Example(
      "azimuth expressroute routes --primary primary.txt --secondary secondary.txt",
      "Read what Get-AzExpressRouteCircuitRouteTable printed"),
  ]

  @Argument("The circuit", completion: NameCompletion.names(of: TargetKinds.circuits)) var circuit: String?
  @Option("The peering: private, microsoft or public") var peering: PeeringType?
  @Flag("Only what differs between the two paths") var diff: Bool
  @OptionGroup var tables: CircuitTableOptions
  @OptionGroup var times: CircuitTimeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let query = try CircuitQuery(.routeTable, of: circuit, peering, tables, times, scope, session)
    let (subject, answer, moments) = (query.subject, query.answer, query.moments)
    let pair = { query.pair($0, CircuitObservations.routeTable) }
    let shown = pair(moments.shown)
    let summaries = query.pair(moments.shown, CircuitObservations.routeSummary)
    let hasSummary = !summaries.primary.isMissing || !summaries.secondary.isMissing
    try answer.requirePeering(hasSummary || !shown.primary.isMissing || !shown.secondary.isMissing)
    session.notify(subject.notices + moments.notices + answer.missing(shown))
    session.print(
      CircuitRoutesReport(
        subject.context, shown, summaries: summaries,
        change: moments.change.map { TableChange(from: pair($0.from), to: pair($0.to)) },
        content: diff ? .differences : .all))
    let code = answer.code([shown.primary, shown.secondary])
    if diff, shown.primary.latest == nil || shown.secondary.latest == nil { return .indeterminate }
    return code == .indeterminate && hasSummary ? .success : code
  }
}
