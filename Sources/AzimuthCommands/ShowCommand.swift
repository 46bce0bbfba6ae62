internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import Reporting

/// `azimuth show`.
struct ShowCommand: Command {
  static let name = "show"
  static let summary = "Show what a resource is and what it is attached to."
  static let discussion = """
    Links are followed from both sides: a machine's NICs and a NIC's machine, a route table's subnets and a subnet's \
    route table, whichever of the two the snapshot says it of.

    NAME is an ID, a name, group/name, parent/child or type/name.
    """
  static let examples = [
    Example("azimuth show vm-1", "See a machine's NICs, their addresses and whether it runs"),
    Example("azimuth show virtualNetworks/hub -o json", "See a network's subnets, peerings and gateways"),
  ]

  @Argument("What to show", completion: NameCompletion.names(of: TargetKinds.all)) var name: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let list = try TargetList(name: name, argument: "NAME", scope, session)
    let estate = try session.estate()
    let describer = ResourceDescriber(estate)
    let resources = try list.resolve(in: estate, scope, among: TargetKinds.all)
    let shown = Set(resources)
    session.notify(estate.findings.filter { shown.contains($0.resource) }.map { Notice(.warning, $0.summary) })
    session.print(ResourceReport(resources.map { ($0, describer.facts(of: $0)) }, shape: list.shape))
    return .success
  }
}
