internal import AzureFacts
internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import Filtering
internal import IPAddressing
internal import Reporting
internal import Routing

/// `azimuth flow`.
struct FlowCommand: Command {
  static let name = "flow"
  static let summary = "Tell whether filters let a packet through, and which rule decides."
  static let discussion = """
    Judged are, in Azure's order, the security admin rules of network managers and the network security groups of the \
    NIC and its subnet. The machine doesn't have to run. Routes, firewalls and the guest are not looked at; \
    `azimuth diagnose` does that.

    VM is an ID, a name or group/name of a virtual machine (its NIC with the local address, or else its primary one) or a \
    NIC. A port may be *, or left out: then the answer holds for all ports, or is unknown. Protocols besides tcp and udp \
    have no ports.

    JSON is the answer of Network Watcher's ipFlowVerify call. With --explain, every rule met stands with why it covers \
    the packet or not. Where the snapshot lacks what would decide, such as the prefixes of a service tag, the answer is \
    Unknown, with exit code 5.
    """
  static let examples = [
    Example(
      "azimuth flow vm-1 --direction inbound --protocol tcp --local 10.0.0.4:22 --remote 203.0.113.9:50000",
      "Ask whether SSH from the internet reaches a machine"),
    Example(
      "azimuth flow vm-1 --direction outbound --protocol tcp --local 10.0.0.4 --remote 20.60.0.4:443 --explain"
        + " --service-tags ServiceTags_Public.json",
      "See every rule on the way out, with Azure's list of service tags"),
  ]

  @Argument("Whose NIC is judged", placeholder: "VM", completion: NameCompletion.names(of: TargetKinds.filtered))
  var target: String?
  @Option("Which way the packet goes, as the machine sees it") var direction: FlowDirection
  @Option("The packet's protocol") var `protocol`: FlowProtocol
  @Option("The machine's own address and port") var local: FlowEnd
  @Option("The other end's address and port") var remote: FlowEnd
  @Flag("Show every rule met, and why it covers the packet or not") var explain: Bool
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    if !self.protocol.hasPorts, self.protocol != .any, local.port != nil || remote.port != nil {
      throw UsageError("\(self.protocol.rawValue) has no ports, but one is given")
    }
    guard local.address.family == remote.address.family else {
      throw UsageError("--local \(local.address) and --remote \(remote.address) are of different IP versions")
    }
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let list = try TargetList(name: target, argument: "VM", scope, session)
    let estate = try session.estate()
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: computation.day))
    var seen: Set<Int> = []
    var entries: [FlowEntry] = []
    var notices: [Notice] = []
    for id in try list.resolve(in: estate, scope, among: TargetKinds.filtered) {
      let subject = try subject(of: id, estate, &notices)
      guard let interface = subject.interface, seen.insert(interface).inserted else { continue }
      let verdict = evaluator.verdict(flow, direction.direction, at: .interface(interface))
      entries.append(FlowEntry(subject.id, flow, direction.direction, verdict))
      notices += SubjectNotices(estate).findings(subject) + FilterNotices.notices(verdict)
    }
    session.notify(notices)
    if explain {
      session.print(FlowExplanationReport(entries, shape: list.shape))
    } else {
      session.print(FlowReport(entries, shape: list.shape))
    }
    let isUnknown = entries.contains { if case .unknown = $0.verdict.access { true } else { false } }
    return isUnknown ? .indeterminate : .success
  }

  private var flow: Flow {
    let transport = self.protocol.transport
    return direction == .inbound
      ? Flow(transport, from: remote.address, port: remote.port, to: local.address, port: local.port)
      : Flow(transport, from: local.address, port: local.port, to: remote.address, port: remote.port)
  }

  /// The NIC with the local address; of a machine none of whose NICs has it, the primary one.
  private func subject(of id: ResourceID, _ estate: Estate, _ notices: inout [Notice]) throws -> RouteSubject {
    let subjects = try RouteSubjects(estate).subjects(of: id)
    let owner = subjects.first { subject in
      subject.interface.map { interface in
        estate.networkInterfaces[interface].ipConfigurations.contains { $0.privateIPAddress == local.address }
      } ?? false
    }
    if let owner { return owner }
    notices.append(
      Notice(
        .warning,
        "no NIC of \(id.shortName) has address \(local.address): the answer is for a packet that NIC "
          + "\(subjects[0].id.name) forwards"))
    return subjects[0]
  }
}
