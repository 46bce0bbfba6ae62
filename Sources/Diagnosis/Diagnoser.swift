public import AzureFacts
internal import AzureResources
public import Estate
internal import IPAddressing
public import PathAnalysis
internal import Routing

/// Answers questions about connections: the route there, hop by hop, and the route back.
public struct Diagnoser {
  private let estate: Estate
  private let machines: Tracer.MachineState
  private var tracer: Tracer

  /// - Parameters:
  ///   - day: The day whose tables of Azure's own routes count.
  ///   - machines: Whether stopped machines count as stopped.
  public init(_ estate: Estate, asOf day: Day = .newest, machines: Tracer.MachineState = .asRecorded) {
    self.estate = estate
    self.machines = machines
    tracer = Tracer(estate, tables: RouteTableBuilder(estate, asOf: day), machines: machines)
  }

  /// Diagnoses one connection. Not reaching the destination is an answer, not an error.
  ///
  /// - Throws: `QuestionError` where an end of the connection can't be found.
  public mutating func diagnose(_ question: Question) throws(QuestionError) -> Diagnosis {
    let locator = EndpointLocator(estate: estate)
    let source = try locator.locate(question.source)
    let destination = try locator.locate(question.destination)
    let packet = Packet(
      source: source.address, destination: destination.address, port: question.port, transport: question.transport)
    let start = try start(of: source, question.source, towards: destination)
    let forward = tracer.trace(packet, from: start, delivery: destination.delivery)
    let wayBack = traceBack(packet, forward, source, destination)
    var report = CheckReport(estate: estate, packet: packet, machines: machines)
    report.judge(source, destination)
    report.judge(forward, .there)
    report.judge(wayBack, .back)
    report.compare(forward, wayBack)
    report.noteFilters()
    let assumptions =
      [source.assumption, destination.assumption].compactMap { $0 } + forward.assumptions
      + (wayBack?.assumptions ?? [])
    return Diagnosis(
      question: question, source: source, destination: destination, verdict: report.verdict, cause: report.cause,
      forward: forward, wayBack: wayBack, checks: report.checks, assumptions: Self.unique(assumptions),
      missing: Self.unique(forward.missing + (wayBack?.missing ?? []) + report.missing))
  }

  /// Where the packet's way begins. From on-premises it is the subnet of the gateway that knows the sender.
  private func start(
    of source: LocatedEndpoint, _ reference: EndpointReference, towards destination: LocatedEndpoint
  ) throws(QuestionError) -> PathStart {
    if let subnet = source.subnet { return PathStart(subnet: subnet, resource: source.resource) }
    if let gateway = gateway(knowing: source.address) { return gateway }
    // From the internet the packet arrives at the destination's own subnet.
    if !source.address.isPrivate, let subnet = destination.subnet { return PathStart(subnet: subnet, resource: nil) }
    throw .sourceOutsideEstate("\(source.address)")
  }

  private func gateway(knowing address: IPAddress) -> PathStart? {
    for (index, gateway) in estate.virtualNetworkGateways.enumerated() {
      let sites = estate.connections(ofGateway: index).compactMap {
        estate.localNetworkGatewayIndex(estate.connections[$0].localNetworkGateway2)
      }
      let configured = sites.flatMap { estate.localNetworkGateways[$0].addressPrefixes }
      let learned = estate.learnedRoutes(of: gateway.id)?.routes.filter(\.isLearned).map(\.network) ?? []
      guard (configured + learned).contains(where: { $0.contains(address) && !$0.isDefault }) else { continue }
      let subnets = gateway.ipConfigurations.compactMap { estate.subnetIndex($0.subnet) }
      if let subnet = subnets.first { return PathStart(subnet: subnet, resource: gateway.id) }
    }
    return nil
  }

  /// The answer's way: from where the packet arrived, or would have, by the routes there.
  private mutating func traceBack(
    _ packet: Packet, _ forward: Trace, _ source: LocatedEndpoint, _ destination: LocatedEndpoint
  ) -> Trace? {
    let arrival = forward.hops.last
    let isInside = source.subnet != nil
    if case .delivered = forward.outcome, let arrival {
      switch arrival.kind {
      case .internet, .serviceEndpoint, .virtualHub: return nil
      case .onPremises:
        guard isInside, let gateway = forward.hops.last(where: { $0.kind == .gateway }),
          let subnet = estate.subnetIndex(gateway.subnet)
        else { return nil }
        return tracer.trace(packet.reversed, from: PathStart(subnet: subnet, resource: gateway.resource))
      default: break
      }
    }
    let reached = arrival?.kind == .destination ? arrival : nil
    guard let subnet = estate.subnetIndex(reached?.subnet) ?? destination.subnet else { return nil }
    return tracer.trace(
      packet.reversed, from: PathStart(subnet: subnet, resource: destination.resource ?? reached?.resource),
      delivery: isInside ? source.delivery : .anyAddress)
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
