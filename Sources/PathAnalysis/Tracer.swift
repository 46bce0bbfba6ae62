internal import AzureResources
public import Estate
internal import Filtering
internal import FirewallRules
internal import IPAddressing
public import Routing

/// Follows packets through an estate: which route each station takes, what the filters there do, and what stops the
/// packet first.
///
/// A tracer keeps the routes and filters it computed; it is a value without other memory.
public struct Tracer {
  /// Stations after which a path counts as endless; Azure drops at TTL 0.
  public static let maximumHops = 64

  let estate: Estate
  /// Who owns which address.
  public let book: AddressBook
  var tables: RouteTableBuilder
  var filters: FilterEvaluator
  /// The last words of filters.
  var verdicts: [FilterQuestion: FilterVerdict] = [:]
  var firewalls: FirewallEvaluator
  /// Who is behind which load balancer.
  public let pools: BackendPools
  let entries: PublicEntries
  let outbound: OutboundConnectivityFinder
  /// Where gateways send packets on.
  public let gatewayWays: GatewayWays
  /// What is known of appliances beyond their configuration.
  let declared: DeclaredBehaviour
  /// Whether stopped machines count as running.
  let machines: MachineState

  /// How machines count that don't run.
  public enum MachineState: Sendable { case asRecorded, asIfRunning }

  /// What must be at the destination address.
  public enum Delivery: Sendable {
    /// Something that owns it.
    case owner
    /// Nothing: the address stands for its subnet.
    case anyAddress
  }

  public init(
    _ estate: Estate, tables: RouteTableBuilder, machines: MachineState = .asRecorded,
    declared: DeclaredBehaviour = DeclaredBehaviour()
  ) {
    self.estate = estate
    self.tables = tables
    self.machines = machines
    self.declared = declared
    filters = FilterEvaluator(estate, tables: tables)
    firewalls = FirewallEvaluator(estate)
    book = AddressBook(estate)
    pools = BackendPools(estate, book: book)
    entries = PublicEntries(estate, pools: pools)
    outbound = OutboundConnectivityFinder(estate, pools: pools)
    gatewayWays = GatewayWays(estate)
  }

  /// The routes of a subnet, from the tracer's own store.
  public mutating func table(ofSubnet subnet: Int) -> EffectiveRouteTable { tables.table(ofSubnet: subnet) }

  /// The path of a packet.
  ///
  /// - Parameters:
  ///   - tolerated: Faults that count as repaired, so that the path goes on behind them.
  ///   - request: The path that the packet answers: filters and translations on it know the connection.
  ///   - choices: The way to take at each fork, in order; the first one where the list ends.
  /// - Complexity: O(stations), beyond the routes of subnets not met before.
  public mutating func trace(
    _ packet: Packet, from start: PathStart, delivery: Delivery = .owner, tolerating tolerated: Set<StopReason> = [],
    answering request: Trace? = nil, choosing choices: [Int] = []
  ) -> Trace {
    var walk = Walk(
      packet: packet, subnet: start.subnet, delivery: delivery, tolerated: tolerated, request: request,
      choices: choices)
    walk.trace.hops.append(
      Hop(.source, start.resource, address: packet.source, subnet: estate.subnet(start.subnet).id))
    if !staysWithSender(start, &walk), !filtersStopSender(start, &walk) { follow(&walk) }
    return walk.finished
  }

  /// From station to station, until the path ends.
  mutating func follow(_ walk: inout Walk) {
    while true {
      guard walk.trace.hops.count < Self.maximumHops else {
        walk.stop(.loop(walk.trace.hops.compactMap(\.resource)))
        break
      }
      guard step(&walk) else { break }
    }
  }

  /// A packet under way.
  struct Walk {
    /// As it is on the wire now.
    var packet: Packet { didSet { trace.packet = packet } }
    /// The subnet whose routes decide next.
    var subnet: Int
    let delivery: Delivery
    /// Faults that count as repaired.
    var tolerated: Set<StopReason> = []
    /// The path that this one answers.
    let request: Trace?
    /// The way to take at each fork.
    let choices: [Int]
    var trace: Trace
    /// Stations passed, to notice a loop.
    var visited: Set<AddressOwner> = []
    /// The public address by which the packet came in from the internet, where it stays closed without a group (D-013).
    var closedEntry: ResourceID?
    /// Whether something under way is unknown.
    private var isOpen = false

    init(
      packet: Packet, subnet: Int, delivery: Delivery, tolerated: Set<StopReason>, request: Trace? = nil,
      choices: [Int] = []
    ) {
      self.choices = choices
      self.packet = packet
      self.subnet = subnet
      self.delivery = delivery
      self.tolerated = tolerated
      self.request = request
      trace = Trace(packet: packet)
    }

    /// The path, once it has ended.
    var finished: Trace {
      var trace = trace
      trace.isComplete = trace.outcome == .delivered
      if trace.isComplete, isOpen { trace.outcome = .unknown }
      return trace
    }

    mutating func stop(_ reason: StopReason) { trace.outcome = .dropped(reason) }

    /// What is unknown here leaves the outcome unknown, but the path goes on.
    mutating func leaveOpen(_ missing: MissingInput) {
      isOpen = true
      note(missing)
    }

    /// Stops the packet, unless the fault counts as repaired. True: the path ends here.
    mutating func halt(_ reason: StopReason) -> Bool {
      guard !tolerated.contains(reason) else { return false }
      stop(reason)
      return true
    }

    mutating func lose(_ missing: MissingInput) {
      trace.outcome = .unknown
      note(missing)
    }

    /// The position of the way to take at the next fork.
    func choice(among count: Int) -> Int {
      let next = trace.forks.count
      return next < choices.count && choices[next] < count ? choices[next] : 0
    }

    mutating func note(_ missing: MissingInput) {
      if !trace.missing.contains(missing) { trace.missing.append(missing) }
    }

    mutating func assume(_ code: Assumption.Code, _ resource: ResourceID?, _ summary: String) {
      let assumption = Assumption(code, resource, summary)
      if !trace.assumptions.contains(assumption) { trace.assumptions.append(assumption) }
    }
  }

  /// Packets that no route ever sees: those to the host's own addresses (B-113), and those that a guest sends to
  /// itself.
  private func staysWithSender(_ start: PathStart, _ walk: inout Walk) -> Bool {
    let destination = walk.packet.destination
    if PlatformAddress.contains(destination) {
      walk.trace.hops.append(Hop(.platform, address: destination))
      return true
    }
    guard case .interface(let sender) = book.owner(of: walk.packet.source, inNetwork: network(walk)),
      estate.networkInterfaces[sender].ipConfigurations.contains(where: { $0.privateIPAddress == destination })
    else { return false }
    let id = estate.networkInterfaces[sender].id
    walk.trace.hops.append(
      Hop(.destination, id, address: destination, subnet: estate.subnet(start.subnet).id))
    return true
  }

  private func network(_ walk: Walk) -> Int { estate.subnets[walk.subnet].network }

  /// Takes one routing decision. False: the path has ended.
  private mutating func step(_ walk: inout Walk) -> Bool {
    let table = tables.table(ofSubnet: walk.subnet)
    let destination = walk.packet.destination
    if let undecided = table.undecidedRoutes(to: destination).first {
      for missing in table.missing where missing.kind == .serviceTag { walk.lose(missing) }
      walk.trace.hops[walk.trace.hops.count - 1].route = undecided
      return false
    }
    let route = table.route(to: destination)
    guard weigh(table, route, &walk) else { return false }
    guard let route else {
      walk.stop(.noRoute(table.candidates(for: destination)))
      return false
    }
    walk.trace.hops[walk.trace.hops.count - 1].route = route
    switch route.nextHopType {
    case .none:
      walk.stop(route.source == .user ? .droppedByUserRoute(route) : .noRoute(table.candidates(for: destination)))
      return false
    case .vnetLocal: return deliver(in: network(walk), &walk)
    case .vnetPeering, .vnetGlobalPeering, .connectedGroup: return cross(route, from: network(walk), &walk)
    case .virtualAppliance: return hand(to: route, from: network(walk), &walk)
    case .virtualNetworkGateway: return leaveByGateway(route, from: network(walk), &walk)
    case .internet: return leaveForInternet(route, table, &walk)
    case .serviceEndpoint:
      walk.trace.hops.append(Hop(.serviceEndpoint, address: destination))
      return false
    case .interfaceEndpoint:
      arrive(atEndpoint: route.origin.resource, &walk)
      return false
    }
  }

  /// Whether the route holds in spite of what the snapshot lacks. A learned route could take its place unless it is
  /// one that is preferred over learned routes; only where the traffic would otherwise be dropped or leave for the
  /// internet is that the likely case. Without the subnet's route table nothing is certain.
  private func weigh(_ table: EffectiveRouteTable, _ route: EffectiveRoute?, _ walk: inout Walk) -> Bool {
    for other in table.missing where other.kind == .property { walk.note(other) }
    if let absent = table.missing.first(where: { $0.kind == .resource && $0.resource == table.routeTable }) {
      walk.trace.hops[walk.trace.hops.count - 1].route = route
      walk.lose(absent)
      return false
    }
    let learned = table.missing.filter { $0.kind == .learnedRoutes || $0.kind == .resource }
    guard !learned.isEmpty else { return true }
    guard let route, leadsOn(route, walk.packet) else {
      walk.trace.hops[walk.trace.hops.count - 1].route = route
      for missing in learned { walk.lose(missing) }
      return false
    }
    switch route.nextHopType {
    case .vnetLocal, .vnetPeering, .vnetGlobalPeering, .interfaceEndpoint, .serviceEndpoint: return true
    default:
      for missing in learned { walk.note(missing) }
      let prefix = route.addressPrefixes.first.map { "\($0)" } ?? "the route"
      walk.assume(
        .noLongerLearnedRoute, route.origin.resource,
        "no learned route that the snapshot lacks is more specific than \(prefix)")
      return true
    }
  }

  /// Whether a route leads somewhere, so that a learned one in its place would be unusual.
  private func leadsOn(_ route: EffectiveRoute, _ packet: Packet) -> Bool {
    switch route.nextHopType {
    case .none: route.source == .user
    case .internet: !packet.destination.isPrivate
    default: true
    }
  }
}
