internal import AzureFacts
internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import Filtering
internal import Reporting
internal import Routing

/// `azimuth rules`.
struct RulesCommand: Command {
  static let name = "rules"
  static let summary = "Show the effective security rules of a NIC, a virtual machine or a subnet."
  static let discussion = """
    Shown are the rules of the network security groups of the subnet and of the NIC, in the order in which they decide, \
    and the security admin rules of network managers, which come before them. The machine doesn't have to run.

    TARGET is an ID, a name, group/name or network/subnet of a NIC, a virtual machine (each of its NICs), a subnet, a \
    virtual network (each of its subnets) or a private endpoint.

    JSON is ARM's effectiveNetworkSecurityGroups answer, service tags expanded as far as the snapshot or \
    --service-tags tells them; the answers for several NICs or subnets, and all those of --ids @-, stand under their IDs.
    """
  static let examples = [
    Example("azimuth rules vm-1", "Show the rules that apply to each NIC of a machine"),
    Example("azimuth rules vnet-1/app -o csv", "Take a subnet's rules into a spreadsheet"),
    Example("azimuth rules vm-1-nic -o json", "Ask for a NIC's effective rules as Azure answers"),
  ]

  @Argument("Whose rules", completion: NameCompletion.names(of: TargetKinds.ruled)) var target: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let list = try TargetList(name: target, argument: "TARGET", scope, session)
    let estate = try session.estate()
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: computation.day))
    var seen: Set<ResourceID> = []
    var entries: [SecurityRulesEntry] = []
    var notices: [Notice] = []
    for id in try list.resolve(in: estate, scope, among: TargetKinds.ruled) {
      for subject in try RouteSubjects(estate).subjects(of: id) {
        let place = Self.place(of: id, subject, estate)
        let owner = id.kind == .privateEndpoint ? id : subject.id
        guard seen.insert(owner).inserted else { continue }
        let groups = evaluator.groups(at: place) + evaluator.adminRules(at: place)
        let missing = evaluator.missingGroups(at: place)
        entries.append(SecurityRulesEntry(owner, groups, missing: missing))
        notices += SubjectNotices(estate).findings(subject) + FilterNotices.missing(missing)
        if let exemption = evaluator.exemption(at: place) { notices.append(Notice(.note, exemption.sentence)) }
      }
    }
    session.notify(notices)
    session.print(SecurityRulesReport(entries, on: computation.day, shape: list.shape))
    return entries.contains { !$0.missing.isEmpty } ? .indeterminate : .success
  }

  private static func place(of id: ResourceID, _ subject: RouteSubject, _ estate: Estate) -> FilterPlace {
    if id.kind == .privateEndpoint, let endpoint = estate.privateEndpoints.firstIndex(where: { $0.id == id }) {
      return .privateEndpoint(endpoint)
    }
    return subject.interface.map { .interface($0) } ?? .subnet(subject.subnet)
  }
}
