public import AzureFacts
internal import AzureResources
public import Estate
internal import Findings
internal import IPAddressing
internal import NameFindings
public import NameResolution
public import PathAnalysis
internal import Routing

/// Answers questions about connections: the route there, hop by hop, and the route back.
public struct Diagnoser {
  let estate: Estate
  let machines: Tracer.MachineState
  let declared: DeclaredBehaviour
  let declaredNames: DeclaredNames
  var tracer: Tracer
  var rules = KnownRules()
  /// The snapshot's names, indexed when the first is asked for.
  var names: NameExaminer?
  /// What is known of circuits, read when the first path leaves by one.
  var circuits: CircuitInsight?

  /// - Parameters:
  ///   - day: The day whose tables of Azure's own routes count.
  ///   - machines: Whether stopped machines count as stopped.
  ///   - declared: What is known of appliances beyond their configuration.
  ///   - names: What is known of DNS servers, hosts files and public DNS beyond the snapshot.
  public init(
    _ estate: Estate, asOf day: Day = .newest, machines: Tracer.MachineState = .asRecorded,
    declared: DeclaredBehaviour = DeclaredBehaviour(), names declaredNames: DeclaredNames = DeclaredNames()
  ) {
    self.estate = estate
    self.declaredNames = declaredNames
    self.machines = machines
    self.declared = declared
    tracer = Tracer(
      estate, tables: RouteTableBuilder(estate, asOf: day), machines: machines, declared: declared)
  }

  /// Diagnoses a connection to `end`, which is the question's destination or what its name stands for.
  mutating func diagnose(_ question: Question, to end: EndpointReference) throws(QuestionError) -> Diagnosis {
    let locator = EndpointLocator(estate: estate, book: tracer.book)
    let (source, destination) = try locator.locate(question.source, end)
    let packet = Packet(
      source: source.address, sourcePort: question.transport == .icmp ? nil : Packet.clientPort,
      destination: destination.address, port: question.port, transport: question.transport)
    let departure = try departure(of: source, question.source, towards: destination)
    let (shown, ways, isCut) = follow(
      Connection(packet: packet, departure: departure, source: source, destination: destination))
    let (forward, back) = (shown.forward, shown.back)
    var report = shown.report
    judgeCircuits(shown, &report)
    let traces = [forward.path] + (back.map { [$0.path] } ?? [])
    report.warnOfGroups(traces)
    report.warnOfBackends(traces)
    report.warnOfMail(forward.path)
    warnOfInterfaces(packet, forward, source, destination, &report)
    report.warn(RouteWarnings(estate: estate, packet: packet).checks(forward.path, source, destination, &tracer))
    let own = [source.assumption, destination.assumption].compactMap { $0 }
    var assumptions = own + forward.path.assumptions + (back?.path.assumptions ?? answers(forward.path))
    assumptions += report.assumptions
    // Where all ways were followed, none stands for others.
    if !isCut { assumptions.removeAll { $0.code == .firstOfSeveral } }
    if report.verdict == .reachable, let guest = guestAccepts(forward.path, question.port) { assumptions.append(guest) }
    return Diagnosis(
      question: question, source: source, destination: destination, verdict: report.verdict, cause: report.cause,
      forward: forward.path, wayBack: back?.path, ways: ways, checks: report.checks,
      assumptions: Self.unique(assumptions),
      missing: Self.unique(forward.path.missing + (back?.path.missing ?? []) + report.missing))
  }

  /// Where the packet's way begins. From on-premises it is the subnet of the gateway that knows the sender.
  private func departure(
    of source: LocatedEndpoint, _ reference: EndpointReference, towards destination: LocatedEndpoint
  ) throws(QuestionError) -> Journey.Departure {
    if let subnet = source.subnet { return .subnet(PathStart(subnet: subnet, resource: source.resource)) }
    if reference != .internet, let gateway = gateway(knowing: source.address) { return .subnet(gateway) }
    // The host itself hands its machines what it sends them.
    if PlatformAddress.contains(source.address), let subnet = destination.subnet {
      return .subnet(PathStart(subnet: subnet, resource: nil))
    }
    let isPublished = tracer.book.owner(ofPublic: destination.address) != nil
    guard !source.address.isPrivate, destination.subnet != nil || isPublished else {
      throw .sourceOutsideEstate("\(source.address)")
    }
    return .internet(network: destination.subnet.map { estate.subnets[$0].network })
  }

  private func gateway(knowing address: IPAddress) -> PathStart? {
    for (index, gateway) in estate.virtualNetworkGateways.enumerated() {
      guard tracer.gatewayWays.knows(address, gateway: index) else { continue }
      let subnets = gateway.ipConfigurations.compactMap { estate.subnetIndex($0.subnet) }
      if let subnet = subnets.first { return PathStart(subnet: subnet, resource: gateway.id) }
    }
    return nil
  }

  /// The answer's way: from where the packet arrived, or would have, by the routes there. nil where the other side's
  /// routes are not the estate's.
  mutating func wayBack(
    _ packet: Packet, _ forward: Journey, _ source: LocatedEndpoint, _ destination: LocatedEndpoint,
    choosing choices: [Int]
  ) -> Journey? {
    let arrival = forward.deepest.hops.last
    if forward.deepest.isComplete, let arrival {
      switch arrival.kind {
      case .internet, .serviceEndpoint, .privateEndpoint, .platform, .virtualHub: return nil
      case .onPremises: return wayBackFromOnPremises(forward.deepest, source, choices)
      default: break
      }
    }
    let reached = arrival?.kind == .destination ? arrival : nil
    guard let subnet = estate.subnetIndex(reached?.subnet) ?? destination.subnet else { return nil }
    let local = reached?.address ?? destination.privateAddress ?? destination.address
    let arrived = reached == nil ? packet : forward.deepest.packet
    let isTranslated = forward.deepest.translations.contains { $0.before.source != $0.after.source }
    let remote = forward.arrivesFromInternet && !isTranslated ? publicAddress(of: source) : arrived.source
    let start = PathStart(subnet: subnet, resource: destination.resource ?? reached?.resource)
    return Journey(
      arrived.reversed.from(local).to(remote), .subnet(start), source.subnet != nil ? source.delivery : .anyAddress,
      answering: forward.deepest, choosing: choices, &tracer)
  }

  /// Where an end is a secondary NIC that its guest doesn't send by.
  private func warnOfInterfaces(
    _ packet: Packet, _ forward: Journey, _ source: LocatedEndpoint, _ destination: LocatedEndpoint,
    _ report: inout CheckReport
  ) {
    let guests = GuestRouting(estate: estate, book: tracer.book)
    if let subnet = source.subnet {
      report.warn(guests.deviation(inSubnet: subnet, packet.source, towards: packet.destination, .there))
    }
    guard forward.deepest.isComplete, let arrival = forward.deepest.hops.last, arrival.kind == .destination,
      arrival.resource?.kind == .networkInterface, let local = arrival.address,
      let subnet = estate.subnetIndex(arrival.subnet)
    else { return }
    report.warn(guests.deviation(inSubnet: subnet, local, towards: forward.deepest.packet.source, .back))
  }

  private mutating func wayBackFromOnPremises(
    _ forward: Trace, _ source: LocatedEndpoint, _ choices: [Int]
  ) -> Journey? {
    guard source.subnet != nil, let gateway = forward.hops.last(where: { $0.kind == .gateway }),
      let subnet = estate.subnetIndex(gateway.subnet)
    else { return nil }
    let start = PathStart(subnet: subnet, resource: gateway.resource)
    return Journey(
      forward.packet.reversed, .subnet(start), source.delivery, answering: forward, choosing: choices, &tracer)
  }

  /// The public address that a host's packets carry on the internet: its own, or one that the platform chooses.
  private func publicAddress(of source: LocatedEndpoint) -> IPAddress {
    guard source.subnet != nil else { return source.address }
    let interface = estate.networkInterfaces(withAddress: source.address)
      .first { estate.subnetIndex(estate.networkInterfaces[$0].subnet) == source.subnet }
    let owned = interface.map { estate.networkInterfaces[$0] }?.ipConfigurations.lazy.compactMap { configuration in
      self.estate.publicIPAddressIndex(configuration.publicIPAddress)
        .flatMap { self.estate.publicIPAddresses[$0].ipAddress }
    }
    return owned?.first ?? EndpointLocator.internetHost
  }

  /// Where nothing is known of the way back, the answer takes it for granted.
  private func answers(_ forward: Trace) -> [Assumption] {
    guard forward.isComplete, let arrival = forward.hops.last else { return [] }
    switch arrival.kind {
    case .internet, .serviceEndpoint, .privateEndpoint, .virtualHub:
      let what = arrival.resource.map { String($0.name) } ?? arrival.address.map { "\($0)" } ?? "the service"
      return [Assumption(.serviceAnswers, arrival.resource, "\(what) answers the way the request came")]
    default: return []
    }
  }

  /// What no configuration shows, and what is left to look at where all of it is fine: the guest.
  private func guestAccepts(_ forward: Trace, _ port: UInt16?) -> Assumption? {
    guard let arrival = forward.hops.last, arrival.kind == .destination, let resource = arrival.resource,
      resource.kind == .networkInterface || resource.kind == .subnet
    else { return nil }
    let machine = estate.networkInterfaceIndex(resource).flatMap { estate.virtualMachine(ofInterface: $0) }
    let name = machine.map { estate.virtualMachines[$0].id.name } ?? resource.name
    let takes = port.map { "a process listens on port \($0)" } ?? "a process takes it"
    return Assumption(
      .guestAccepts, machine.map { estate.virtualMachines[$0].id } ?? resource,
      "the guest's own firewall at \(name) lets it in, and \(takes): no configuration in Azure shows it")
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
