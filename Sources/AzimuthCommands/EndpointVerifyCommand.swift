internal import AzureResources
internal import CommandLineParsing
internal import Diagnosis
internal import Estate
internal import Findings
internal import NameResolution
internal import PathAnalysis
internal import PrivateLink
internal import Reporting

/// `azimuth endpoint verify`.
struct EndpointVerifyCommand: Command {
  static let name = "verify"
  static let summary = "Check a private endpoint from its state to the asker's way there and back."
  static let discussion = """
    In the order of Azure's own guide: the connection's state, the network that the target expects, the data flow where \
    metrics were recorded, the names with their zones and zone groups, and for each asker what the names give at its \
    resolver, the route to the endpoint, the filters and the way back; then whether the service is open to the public.

    --from, repeatable, names the askers: machines, NICs, subnets, `onpremises` or `internet`. Without it a machine of each \
    network that could ask is taken: the endpoint's own, its direct peers, and on-premises behind a gateway of them.
    """
  static let examples = [
    Example("azimuth endpoint verify pe-vault", "Check an endpoint for every network that could ask"),
    Example("azimuth endpoint verify pe-vault --from app-1 -o json", "Check it for one machine, for a script"),
    Example("azimuth endpoint verify pe-vault --from onpremises --dns dns.json", "Check it as the office sees it"),
  ]

  @Argument("The private endpoint", completion: NameCompletion.names(of: [.privateEndpoint])) var endpoint: String
  @Option("Who asks, repeatable", placeholder: "SOURCE", completion: NameCompletion.names(of: TargetKinds.senders))
  var from: [String]
  @Option("Only resources of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only resources of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @OptionGroup var names: NameOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let estate = try session.estate()
    let resolver = TargetResolver(
      estate, scope: ResourceScope(resourceGroup: resourceGroup, subscription: subscription))
    let id = try resolver.resolve(endpoint, among: [.privateEndpoint])
    let askers = try from.map { text in
      EndpointVerifier.Asker(text, try EndpointText(text).reference(TargetResolver(estate)))
    }
    for asker in askers {
      if case .name(let name) = asker.reference {
        throw CommandError(
          message: "'\(name)' is a name of DNS; --from takes a resource, an address, onpremises or internet")
      }
    }
    let machines: Tracer.MachineState = computation.evenIfStopped ? .asIfRunning : .asRecorded
    var verifier = EndpointVerifier(
      estate, asOf: computation.day, machines: machines, names: try names.names(estate))
    guard let verification = verifier.verify(id, from: askers.isEmpty ? nil : askers) else {
      throw CommandError(message: "the snapshot holds no private endpoint \(id.shortName)")
    }
    session.print(VerificationReport(verification, of: estate))
    switch verification.verdict {
    case .healthy: return .success
    case .faulty: return .blocked
    case .indeterminate: return .indeterminate
    }
  }
}
