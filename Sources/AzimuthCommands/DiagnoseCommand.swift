internal import AzureFacts
internal import AzureResources
internal import CommandLineParsing
internal import Diagnosis
internal import Estate
internal import Findings
internal import NameResolution
internal import PathAnalysis
internal import Reporting

/// `azimuth diagnose`.
struct DiagnoseCommand: Command {
  static let name = "diagnose"
  static let summary = "Find out why a connection fails."
  static let discussion = """
    The connection is followed hop by hop, there and back, through peerings, appliances and gateways, and at each station \
    the network security groups and firewalls are asked. The answer is one verdict: `reachable` as far as configuration \
    tells; `blocked`, with the first cause and what repairs it; or `indeterminate`, with what the snapshot lacks.

    SOURCE and DESTINATION are each
      an ID, a name, group/name or network/subnet of a virtual machine, NIC, subnet or private endpoint,
      an IP address ([address]:port for IPv6),
      as DESTINATION a name of DNS, resolved as SOURCE would (see azimuth resolve),
      `internet` or `onpremises`.
    """
  static let examples = [
    Example("azimuth diagnose vm-1 vm-2:1433", "Ask why a machine can't reach another's database"),
    Example("azimuth diagnose vm-1 10.2.0.4:443 -o json", "Ask about an address, for a script"),
    Example("azimuth diagnose vm-1 vm-2:1433 -o svg > path.svg", "Draw both ways, with Graphviz"),
    Example("azimuth diagnose onpremises vm-1:22", "Ask whether the office gets in"),
  ]

  @Argument("Where the connection starts", completion: NameCompletion.names(of: TargetKinds.endpoints))
  var source: String
  @Argument(
    "Where it should go", placeholder: "DESTINATION[:PORT]",
    completion: NameCompletion.names(of: TargetKinds.endpoints))
  var destination: String
  @Option("The transport protocol") var `protocol`: Packet.Transport = .tcp
  @Option("Only resources of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only resources of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @Option(
    "What no configuration shows of an appliance, repeatable: it translates the source (snat=NAME) or keeps no state"
      + " (stateless=NAME)", placeholder: "KIND=NAME")
  var assume: [String]
  @Flag("Don't apply the remedy to a copy of the estate; it is then shown unproved") var noProof: Bool
  @OptionGroup var names: NameOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    let source = try EndpointText(source)
    if let port = source.port { throw UsageError("the source has no port to ask for, but ':\(port)' is given") }
    let destination = try EndpointText(destination)
    for text in assume { _ = try AssumeText(text) }
    if self.protocol == .icmp, destination.port != nil { throw UsageError("icmp has no ports") }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common, draws: true)
    let estate = try session.estate()
    let resolver = TargetResolver(
      estate, scope: ResourceScope(resourceGroup: resourceGroup, subscription: subscription))
    let end = try EndpointText(destination)
    let question = Question(
      from: try EndpointText(source).reference(resolver), to: try end.reference(resolver), port: end.port,
      transport: self.protocol)
    let machines: Tracer.MachineState = computation.evenIfStopped ? .asIfRunning : .asRecorded
    let declared = try AssumeText.behaviour(assume, resolver)
    let names = try names.names(estate)
    var diagnoser = Diagnoser(
      estate, asOf: computation.day, machines: machines, declared: declared, names: names)
    var diagnosis: Diagnosis
    do throws(QuestionError) {
      diagnosis = try diagnoser.diagnose(question)
    } catch {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
    if !noProof {
      let prover = RemedyProver(
        estate, asOf: computation.day, machines: machines, declared: declared, names: names)
      diagnosis = prover.prove(diagnosis)
    }
    try session.print(drawn: DiagnosisReport(diagnosis, of: estate))
    switch diagnosis.verdict {
    case .reachable: return .success
    case .blocked: return .blocked
    case .indeterminate: return .indeterminate
    }
  }
}
