internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import PrivateLink
internal import Reporting

/// `azimuth endpoint list`.
struct EndpointListCommand: Command {
  static let name = "list"
  static let summary = "List private endpoints with their state, names and addresses."
  static let discussion = """
    Each endpoint with what it stands for, the state of its connection, its network, its addresses and names, the zones of \
    its zone groups, and whether its service is open to the public besides.
    """
  static let examples = [
    Example("azimuth endpoint list", "See which endpoints are approved"),
    Example("azimuth endpoint list -g migrate -o json", "List those of a group, for a script"),
  ]

  @Option("Only endpoints of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only endpoints of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let estate = try session.estate()
    let scope = ResourceScope(resourceGroup: resourceGroup, subscription: subscription)
    let endpoints = EndpointVerifier(estate).summaries.filter { scope.contains($0.id) }
    if endpoints.isEmpty { session.notify([Notice(.note, "the snapshot holds no private endpoint here")]) }
    session.print(EndpointListReport(endpoints))
    return .success
  }
}
