public import AzureFacts
internal import AzureResources
public import Estate
internal import Filtering
public import Findings
internal import IPAddressing
public import PathAnalysis
internal import Routing

/// Says whether connections work, without the reasons: for questions by the million.
///
/// Its answers are those of `Diagnoser`. It follows IPv4 packets with ports between NICs and subnets, through peerings,
/// appliances, firewalls and gateways, both ways, by numbers that were looked up once. Whatever else there is (addresses
/// that nothing owns, public ones, virtual hubs, private endpoints, translations, gaps of the snapshot) it leaves to a
/// diagnosis.
public struct VerdictEngine {
  let estate: Estate
  let machines: Tracer.MachineState
  private(set) var diagnoser: Diagnoser
  var tracer: Tracer
  let book: AddressBook
  var tables: RouteTableBuilder
  /// The tables that were met, and which one is each subnet's; -1 where nobody asked.
  var selectors = RouteSelectors()
  var gaps: [VerdictTableGap] = []
  var tableOfSubnet: [Int32]
  let networkOfSubnet: [Int32]
  /// How many of `interfaces` are NICs.
  let interfaceCount: Int
  var filters: FilterIndex
  let gatewayWays: GatewayWays
  /// Gateways whose subnet has a route table that Azure doesn't support there.
  let unsupportedGateways: Set<Int>
  /// The estate's NICs, and behind them the hosts that stand for subnets, as they are asked for.
  var interfaces: [VerdictInterface]
  private var hosts: [Int: Int] = [:]
  /// Whether everything is left to diagnoses: appliances were declared to do what isn't followed here.
  private let isLeft: Bool
  /// How many questions were left to a diagnosis.
  public private(set) var diagnosed = 0

  /// What routes lead to, by table and row.
  var steps: [UInt64: Int32] = [:]
  var knownSteps: [VerdictStep] = []
  /// NICs behind front ends, those of each front end together.
  var backends: [Int32] = []
  /// The two ways at hand.
  var there = VerdictPath()
  var back = VerdictPath()

  /// - Parameters: As those of `Diagnoser`.
  /// - Complexity: O(NICs), as that of a diagnoser; what verdicts look up is computed when it is met first.
  public init(
    _ estate: Estate, asOf day: Day = .newest, machines: Tracer.MachineState = .asRecorded,
    declared: DeclaredBehaviour = DeclaredBehaviour()
  ) {
    self.estate = estate
    self.machines = machines
    diagnoser = Diagnoser(estate, asOf: day, machines: machines, declared: declared)
    tracer = diagnoser.tracer
    book = tracer.book
    tables = RouteTableBuilder(estate, asOf: day)
    tableOfSubnet = [Int32](repeating: -1, count: estate.subnets.count)
    networkOfSubnet = estate.subnets.map { Int32($0.network) }
    interfaceCount = estate.networkInterfaces.count
    filters = FilterIndex(estate, tables: tables)
    gatewayWays = tracer.gatewayWays
    unsupportedGateways = Set(
      estate.virtualNetworkGateways.indices.filter { gateway in
        estate.virtualNetworkGateways[gateway].ipConfigurations.compactMap { estate.subnetIndex($0.subnet) }
          .contains { CauseFinder.unsupportedTable(onGatewaySubnet: $0, estate) != nil }
      })
    isLeft = declared != DeclaredBehaviour()
    interfaces = [VerdictInterface](repeating: .unknown, count: interfaceCount)
  }

  /// Whether a connection works: what `Diagnoser.diagnose` says.
  ///
  /// - Throws: `QuestionError` where an end of the connection can't be found.
  /// - Complexity: O(stations · log routes); that of a diagnosis for what is left to it.
  public mutating func verdict(_ question: Question) throws(QuestionError) -> Verdict {
    if let answer = answer(question) { return answer }
    diagnosed += 1
    return try diagnoser.diagnose(question).verdict
  }

  /// What of a NIC, or of the host that stands for a subnet, decides verdicts.
  mutating func facts(of interface: Int) -> VerdictInterface {
    if !interfaces[interface].isKnown {
      interfaces[interface] = VerdictInterface(interface, estate, tracer, machines)
    }
    return interfaces[interface]
  }

  /// nil for what is left to a diagnosis.
  private mutating func answer(_ question: Question) -> Verdict? {
    guard !isLeft, question.transport != .icmp, let port = question.port, let source = sender(question.source),
      let end = end(question.destination)
    else { return nil }
    let sender = facts(of: source)
    guard sender.isPlain, sender.address != end.address else { return nil }
    if sender.isStopped || end.isStopped { return .blocked }
    let packet = VerdictPacket(
      source: sender.address, sourcePort: Packet.clientPort, destination: end.address, port: port,
      isTCP: question.transport == .tcp)
    return verdict(packet, from: source, toAnyHost: end.isAnyHost)
  }

  /// Follows all ways that flows are spread over, as `Diagnoser` does: one that fails is enough.
  private mutating func verdict(_ packet: VerdictPacket, from source: Int, toAnyHost: Bool) -> Verdict? {
    var choices = Course.Choices()
    var pending: [Course.Choices] = []
    for _ in 0..<Course.limit {
      guard let verdict = course(packet, from: source, toAnyHost: toAnyHost, choices) else { return nil }
      if verdict == .blocked { return .blocked }
      if !there.forks.isEmpty || !back.forks.isEmpty { pending += others(choices) }
      guard !pending.isEmpty else { break }
      choices = pending.removeFirst()
    }
    return .reachable
  }

  /// `Course.others`.
  private func others(_ choices: Course.Choices) -> [Course.Choices] {
    var found: [Course.Choices] = []
    let (forks, forksBack) = (there.forks, back.forks)
    for position in forks.indices.dropFirst(choices.there.count) {
      for way in 0..<forks[position].count where way != forks[position].taken {
        found.append(Course.Choices(there: forks[..<position].map(\.taken) + [way]))
      }
    }
    for position in forksBack.indices.dropFirst(choices.back.count) {
      for way in 0..<forksBack[position].count where way != forksBack[position].taken {
        found.append(
          Course.Choices(there: forks.map(\.taken), back: forksBack[..<position].map(\.taken) + [way]))
      }
    }
    return found
  }

  /// One way there and back: reachable, or blocked; nil for what is left to a diagnosis.
  private mutating func course(
    _ packet: VerdictPacket, from source: Int, toAnyHost: Bool, _ choices: Course.Choices
  ) -> Verdict? {
    let isFromAnyHost = source >= interfaceCount
    there.begin(
      sender: source, subnet: Int(facts(of: source).subnet), toAnyHost: toAnyHost, choosing: choices.there)
    switch followThere(packet) {
    case .dropped: return .blocked
    case .unusual: return nil
    case .interface(let receiver):
      back.begin(
        sender: receiver, subnet: Int(facts(of: receiver).subnet), toAnyHost: isFromAnyHost, choosing: choices.back)
    case .onPremises(let gateway):
      guard let subnet = estate.subnetIndex(gatewaySubnet(gateway)),
        isOutside(packet.destination, network: estate.subnets[subnet].network)
      else { return nil }
      back.begin(sender: -1, subnet: subnet, toAnyHost: isFromAnyHost, choosing: choices.back)
    }
    switch followBack(packet.reversed) {
    case .dropped: return .blocked
    case .unusual, .onPremises: return nil
    case .interface: break
    }
    return isSymmetric(packet) ? .reachable : .blocked
  }

  /// Follows the way there. The path is taken out meanwhile, so that it isn't copied.
  private mutating func followThere(_ packet: VerdictPacket) -> VerdictPath.End {
    var path = VerdictPath()
    swap(&path, &there)
    defer { swap(&path, &there) }
    return follow(packet, &path, answering: false)
  }

  private mutating func followBack(_ packet: VerdictPacket) -> VerdictPath.End {
    var path = VerdictPath()
    swap(&path, &back)
    defer { swap(&path, &back) }
    return follow(packet, &path, answering: true)
  }

  /// Whether both ways pass the same devices, or it doesn't matter: `CheckReport.compare`.
  private func isSymmetric(_ packet: VerdictPacket) -> Bool {
    let isOnlyBack = back.devices.contains { !there.devices.contains($0) }
    let isOnlyThere = there.devices.contains { !back.devices.contains($0) }
    return !(isOnlyBack || (isOnlyThere && packet.isTCP))
  }

  func gatewaySubnet(_ gateway: Int) -> ResourceID? {
    estate.virtualNetworkGateways[gateway].ipConfigurations.lazy.compactMap(\.subnet).first
  }

  /// Whether nothing in a network has the address of a host on-premises.
  private func isOutside(_ address: UInt32, network: Int) -> Bool {
    let address = IPAddress.v4(IPv4Address(bits: address))
    return book.owner(of: address, inNetwork: network) == nil
      && !estate.virtualNetworks[network].addressPrefixes.contains { $0.contains(address) }
  }

  /// A destination: its address, and whether a machine that has it is known to be stopped.
  private struct End {
    let address: UInt32
    let isStopped: Bool
    var isAnyHost = false
  }

  private mutating func end(_ reference: EndpointReference) -> End? {
    if case .address(let address) = reference {
      guard case .v4(let four) = address, !PlatformAddress.contains(address),
        book.owner(ofPublic: address) == nil
      else { return nil }
      let owners = estate.networkInterfaces(withAddress: address)
      if owners.isEmpty {
        return estate.subnets(containing: address).isEmpty ? End(address: four.bits, isStopped: false) : nil
      }
      guard owners.count == 1, let owner = owners.first, facts(of: owner).subnet >= 0 else { return nil }
      return End(address: four.bits, isStopped: facts(of: owner).isStopped)
    }
    guard let index = sender(reference), facts(of: index).hasAddress else { return nil }
    return End(
      address: facts(of: index).address, isStopped: facts(of: index).isStopped,
      isAnyHost: index >= interfaceCount)
  }

  /// A NIC, or the host that stands for a subnet.
  private mutating func sender(_ reference: EndpointReference) -> Int? {
    guard case .resource(let id) = reference, id.kind == .subnet else { return interface(reference) }
    return estate.subnetIndex(id).flatMap { host(inSubnet: $0) }
  }

  /// nil where something has every address of the subnet that could stand for it.
  mutating func host(inSubnet subnet: Int) -> Int? {
    if let known = hosts[subnet] { return known }
    let locator = EndpointLocator(estate: estate, book: book)
    guard let found = try? locator.locate(.resource(estate.subnet(subnet).id), as: .source),
      case .v4(let address) = found.address
    else { return nil }
    let network = estate.subnets[subnet].network
    guard book.owner(of: found.address, inNetwork: network) == nil else { return nil }
    hosts[subnet] = interfaces.count
    interfaces.append(VerdictInterface(inSubnet: subnet, network, address.bits))
    return hosts[subnet]
  }

  /// The NIC that a resource is, or the only one of the machine that it is.
  private func interface(_ reference: EndpointReference) -> Int? {
    guard case .resource(let id) = reference else { return nil }
    if id.kind == .networkInterface { return estate.networkInterfaceIndex(id) }
    guard let machine = estate.virtualMachineIndex(id) else { return nil }
    // Which of several a guest uses, the other end decides.
    let interfaces = estate.networkInterfaces(ofMachine: machine)
    return interfaces.count == 1 ? interfaces.first : nil
  }
}
