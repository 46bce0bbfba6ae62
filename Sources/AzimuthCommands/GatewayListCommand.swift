internal import CommandLineParsing
internal import GatewayVerification
internal import Reporting

/// `azimuth gateway list`.
struct GatewayListCommand: Command {
  static let name = "list"
  static let summary = "List the gateways with their connections, BGP sessions and learned prefixes."
  static let discussion = """
    VPN and ExpressRoute gateways of virtual networks, and those of virtual hubs. A connection whose status nobody \
    recorded counts as unknown: lists of Azure leave it out. A hyphen stands for what the snapshot doesn't say.
    """
  static let examples = [
    Example("azimuth gateway list --snapshot contoso/", "List every gateway"),
    Example("azimuth gateway list -g net-rg -o json", "List the gateways of one group, for a script"),
  ]

  @Option("Only resources of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only resources of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let scope = ResourceScope(resourceGroup: resourceGroup, subscription: subscription)
    let overviews = GatewayCatalog(try session.estate()).overviews
    session.print(GatewayListReport(overviews.filter { scope.contains($0.gateway.id) }))
    return .success
  }
}
