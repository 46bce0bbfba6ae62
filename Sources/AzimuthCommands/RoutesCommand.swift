internal import AzureFacts
internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import IPAddressing
internal import Reporting
internal import RouteComparison
internal import Routing

/// `azimuth routes`.
struct RoutesCommand: Command {
  static let name = "routes"
  static let summary = "Show the effective routes of a NIC, a virtual machine or a subnet."
  static let discussion = """
    The routes are computed from the configuration, so that they are there for stopped machines, NICs that are \
    attached to nothing, subnets without a machine and gateway subnets too. Where the snapshot holds Azure's own answer \
    for a NIC, the two are compared, and each difference is shown with its likely cause.

    TARGET is an ID, a name, group/name or network/subnet of
      a NIC, a virtual machine (each of its NICs), a subnet,
      a virtual network or a route table (each of its subnets),
      a virtual network gateway, a firewall, a private endpoint (its subnet).

    JSON is ARM's effectiveRouteTable answer; the answers for several NICs or subnets, and all those of --ids @-, stand \
    under their IDs. CSV has the columns of the portal's download.
    """
  static let examples = [
    Example("azimuth routes vm-1", "Show the routes of each NIC of a machine"),
    Example("azimuth routes vnet-hub/GatewaySubnet", "Show the routes of a gateway subnet"),
    Example("azimuth routes vm-1 --explain 10.2.0.4", "See why packets for an address take the way they take"),
    Example(
      "az network nic list --query [].id -o tsv | azimuth routes --ids @- -o json", "Compute the routes of every NIC"),
  ]

  @Argument("Whose routes", completion: NameCompletion.names(of: TargetKinds.routed)) var target: String?
  @Option("Explain where packets for this address go: every route that contains it, and why the winner wins")
  var explain: IPAddress?
  @Flag("Put the comparison with Azure's own answer into JSON too") var compare: Bool
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let list = try TargetList(name: target, argument: "TARGET", scope, session)
    let estate = try session.estate()
    let subjects = try subjects(list, estate)
    var builder = RouteTableBuilder(estate, asOf: computation.day)
    var tables: [EffectiveRouteTable] = []
    for subject in subjects { tables.append(builder.table(ofSubnet: subject.subnet)) }
    if let explain {
      let entries = zip(subjects, tables).map { ExplanationEntry($0.id, $1, of: explain) }
      session.notify(notices(subjects, tables, estate))
      session.print(RouteExplanationReport(entries, of: explain, shape: list.shape))
      return .success
    }
    let entries = zip(subjects, tables).map { entry($0, $1, estate) }
    session.notify(notices(subjects, tables, estate) + comparisonNotices(entries, session))
    session.print(
      RouteTableReport(entries, shape: list.shape, content: compare ? .routesAndComparison : .routes))
    return .success
  }

  /// Each NIC or subnet once, in the order of the targets.
  private func subjects(_ list: TargetList, _ estate: Estate) throws(CommandError) -> [RouteSubject] {
    let finder = RouteSubjects(estate)
    var seen: Set<ResourceID> = []
    var found: [RouteSubject] = []
    for id in try list.resolve(in: estate, scope, among: TargetKinds.routed) {
      found += try finder.subjects(of: id).filter { seen.insert($0.id).inserted }
    }
    return found
  }

  private func entry(_ subject: RouteSubject, _ table: EffectiveRouteTable, _ estate: Estate) -> RouteTableEntry {
    let observed = subject.interface == nil ? nil : ObservedRoutes(of: subject.id, in: estate)
    let comparer = RouteComparer(table, ofSubnet: subject.subnet, in: estate, asOf: computation.day)
    return RouteTableEntry(subject.id, table, comparison: observed.map { comparer.compare(with: $0) })
  }

  private func notices(
    _ subjects: [RouteSubject], _ tables: [EffectiveRouteTable], _ estate: Estate
  ) -> [Notice] {
    let notices = SubjectNotices(estate)
    return zip(subjects, tables).flatMap { subject, table in
      (computation.evenIfStopped ? [] : notices.state(subject)) + notices.findings(subject)
        + notices.peerings(table) + SubjectNotices.gaps(table.missing)
    }
  }

  private static let interfaces: Set<ResourceKind> = [.networkInterface, .scaleSetNetworkInterface]

  /// What the form of the answer has no place for.
  private func comparisonNotices(_ entries: [RouteTableEntry], _ session: Session) -> [Notice] {
    entries.compactMap { entry in
      guard let comparison = entry.comparison else {
        guard compare, Self.interfaces.contains(entry.id.kind) else { return nil }
        return Notice(
          .note, "the snapshot holds no answer of Azure for \(entry.id.name)",
          command: "az network nic show-effective-route-table --ids \(entry.id) -o json")
      }
      guard !session.printsTable, !compare, !comparison.differences.isEmpty else { return nil }
      return Notice(
        .note,
        "Azure's own answer for \(entry.id.name) differs in \(comparison.differences.count) routes; see --compare")
    }
  }
}
