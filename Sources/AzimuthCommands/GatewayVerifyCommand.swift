internal import AzureResources
internal import CommandLineParsing
internal import Findings
internal import GatewayVerification
internal import IPAddressing
internal import Reporting

/// `azimuth gateway verify`.
struct GatewayVerifyCommand: Command {
  static let name = "verify"
  static let summary = "Check a gateway, its connections, sites, BGP sessions and routes."
  static let discussion = """
    The gateway is checked from its provisioning to what it learned: its subnet, its SKU, the sites and their devices, \
    both ends of tunnels between gateways, connections and tunnels, BGP sessions, learned and advertised routes, clients, \
    maintenance and load. Recorded answers of Network Watcher's troubleshoot are read and explained. The first check \
    that fails is the cause.

    GATEWAY is an ID, a name or group/name of a virtual network gateway, or of a virtual hub's VPN or ExpressRoute \
    gateway.

    Exit code 0: healthy; 1: faulty; 5: the snapshot lacks what would decide.
    """
  static let examples = [
    Example("azimuth gateway verify hub-vpn", "Check a VPN gateway"),
    Example("azimuth gateway verify hub-vpn --prefix 192.168.0.0/16", "Ask too whether it knows the office's prefix"),
    Example("azimuth gateway verify net-rg/ergw -o json", "Check an ExpressRoute gateway, for a script"),
  ]

  @Argument("The gateway", completion: NameCompletion.names(of: GatewayCatalog.kinds)) var gateway: String
  @Option("A prefix on-premises that the gateway must know, repeatable", placeholder: "PREFIX") var prefix: [String]
  @Option("Only resources of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only resources of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) { _ = try prefixes() }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let estate = try session.estate()
    let resolver = TargetResolver(
      estate, scope: ResourceScope(resourceGroup: resourceGroup, subscription: subscription))
    let id = try resolver.resolve(gateway, among: GatewayCatalog.kinds)
    guard let verification = GatewayVerifier(GatewayCatalog(estate)).verify(id, expecting: try prefixes()) else {
      throw CommandError(
        message: "\(id.name) is neither a VPN nor an ExpressRoute gateway",
        remedy: "`azimuth gateway list` shows those that there are.")
    }
    session.print(VerificationReport(verification, of: estate))
    switch verification.verdict {
    case .healthy: return .success
    case .faulty: return .blocked
    case .indeterminate: return .indeterminate
    }
  }

  private func prefixes() throws(UsageError) -> [IPPrefix] {
    var found: [IPPrefix] = []
    for text in prefix {
      do throws(AddressParseError) {
        found.append(try IPPrefix(text))
      } catch {
        throw UsageError("--prefix \(text): \(error)")
      }
    }
    return found
  }
}
