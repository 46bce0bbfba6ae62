internal import AzureResources
internal import Diagnosis
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import NameResolution
internal import PathAnalysis
internal import Routing

/// `POST networkWatchers/{name}/connectivityCheck`.
extension ARMService {
  /// Whether a machine gets through to a destination, and by which stations.
  ///
  /// Azure's own check sends packets from the machine; this one sends none, so that `probesSent` is 0, latencies are
  /// absent, and what only a guest knows (whether something listens, its own firewall) is in no issue. The status is
  /// that of the configuration: `Unknown` where the snapshot doesn't hold what would decide.
  ///
  /// - Source: routing semantics G-001 to G-014; facts §7.
  func connectivityCheck(_ body: JSONValue?) throws(ARMError) -> ARMResponse {
    let question = try ConnectivityQuestion(body)
    let target = try TargetMachine(question.source, estate)
    guard let interface = target.interfaces.first else { throw .noInterface(of: question.source) }
    try requireRunning(target, interface)
    let id = estate.networkInterfaces[interface].id
    let (diagnosis, unresolved) = try diagnosis(question, from: id)
    let name = unresolved ?? "\(diagnosis.destination.address)"
    let path = ConnectivityPath(
      diagnosis.forward, back: diagnosis.wayBack, to: name, isName: unresolved != nil, estate, asOf: day)
    let status =
      switch diagnosis.verdict {
      case .indeterminate: "Unknown"
      case _ where unresolved != nil: "Unknown"
      case .reachable: "Reachable"
      case .blocked: "Unreachable"
      }
    return ARMResponse(
      200,
      [
        "hops": path.json(identifiedBy: "\(id) \(name) \(question.port ?? 0) \(question.transport)"),
        "connectionStatus": .string(status), "probesSent": 0, "probesFailed": 0,
      ])
  }

  /// The diagnosis, and the destination's name where the snapshot doesn't hold its address. Then the way to the internet
  /// stands for the way there: most names lead there, but nobody knows.
  private func diagnosis(
    _ question: ConnectivityQuestion, from source: ResourceID
  ) throws(ARMError) -> (Diagnosis, unresolved: String?) {
    let state: Tracer.MachineState = machines == .asIfRunning ? .asIfRunning : .asRecorded
    var diagnoser = Diagnoser(estate, asOf: day, machines: state)
    func ask(_ destination: EndpointReference) throws(QuestionError) -> Diagnosis {
      try diagnoser.diagnose(
        Question(from: .resource(source), to: destination, port: question.port, transport: question.transport))
    }
    let destination = try reference(question.destination)
    do throws(QuestionError) {
      do throws(QuestionError) {
        let answer = try ask(destination)
        guard case .name(let name) = question.destination, answer.nameResolution?.addresses.isEmpty != false else {
          return (answer, nil)
        }
        return (try ask(.internet), name)
      } catch {
        // Networks may have the same addresses. The machine's own routes say which of them is meant.
        guard case .ambiguousAddress(let address, _) = error, let owner = owner(of: address, seenFrom: source, state)
        else { throw error }
        return (try ask(.resource(owner)), nil)
      }
    } catch {
      throw .snapshotIncomplete("The connection can't be judged: \(error). \(error.remedy)")
    }
  }

  private func reference(_ destination: ConnectivityQuestion.Destination) throws(ARMError) -> EndpointReference {
    switch destination {
    case .resource(let id):
      let locator = ResourceLocator(estate)
      guard let found = locator.locate(id) else { throw locator.absence(id) }
      return .resource(found)
    case .address(let address): return .address(address)
    case .name(let name): return .name(name)
    }
  }

  /// What a NIC's packets to an address arrive at.
  private func owner(of address: IPAddress, seenFrom source: ResourceID, _ state: Tracer.MachineState) -> ResourceID? {
    guard let interface = estate.networkInterfaceIndex(source), let subnet = estate.subnet(ofInterface: interface),
      let own = estate.networkInterfaces[interface].privateIPAddress
    else { return nil }
    var tracer = Tracer(estate, tables: RouteTableBuilder(estate, asOf: day), machines: state)
    let start = PathStart(subnet: subnet, resource: source)
    let hops = tracer.trace(Packet(source: own, destination: address), from: start).hops
    return hops.last { $0.kind == .destination && $0.address == address }?.resource
  }
}
