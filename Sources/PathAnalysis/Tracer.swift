internal import AzureFacts
internal import AzureResources
public import Estate
internal import IPAddressing
public import Routing

/// Follows packets through an estate: which route each station takes, and what stops the packet first.
///
/// Filters are not judged here. A tracer keeps the routes it computed; it is a value without other memory.
public struct Tracer {
  /// Stations after which a path counts as endless; Azure drops at TTL 0.
  static let maximumHops = 64

  let estate: Estate
  let book: AddressBook
  var tables: RouteTableBuilder
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

  public init(_ estate: Estate, tables: RouteTableBuilder, machines: MachineState = .asRecorded) {
    self.estate = estate
    self.tables = tables
    self.machines = machines
    book = AddressBook(estate)
  }

  /// The routes of a subnet, from the tracer's own store.
  public mutating func table(ofSubnet subnet: Int) -> EffectiveRouteTable { tables.table(ofSubnet: subnet) }

  /// The path of a packet.
  ///
  /// - Complexity: O(stations), beyond the routes of subnets not met before.
  public mutating func trace(_ packet: Packet, from start: PathStart, delivery: Delivery = .owner) -> Trace {
    var walk = Walk(packet: packet, subnet: start.subnet, delivery: delivery)
    walk.trace.hops.append(
      Hop(.source, start.resource, address: packet.source, subnet: estate.subnet(start.subnet).id))
    while true {
      guard walk.trace.hops.count < Self.maximumHops else {
        walk.stop(.loop(walk.trace.hops.compactMap(\.resource)))
        break
      }
      guard step(&walk) else { break }
    }
    return walk.trace
  }

  /// A packet under way.
  struct Walk {
    let packet: Packet
    /// The subnet whose routes decide next.
    var subnet: Int
    let delivery: Delivery
    var trace = Trace()
    /// Stations passed, to notice a loop.
    var visited: Set<AddressOwner> = []

    mutating func stop(_ reason: StopReason) { trace.outcome = .dropped(reason) }

    mutating func lose(_ missing: MissingInput) {
      trace.outcome = .unknown
      if !trace.missing.contains(missing) { trace.missing.append(missing) }
    }

    mutating func assume(_ code: Assumption.Code, _ resource: ResourceID?, _ summary: String) {
      let assumption = Assumption(code, resource, summary)
      if !trace.assumptions.contains(assumption) { trace.assumptions.append(assumption) }
    }
  }

  /// Takes one routing decision. False: the path has ended.
  private mutating func step(_ walk: inout Walk) -> Bool {
    let table = tables.table(ofSubnet: walk.subnet)
    let destination = walk.packet.destination
    if let undecided = table.undecidedRoutes(to: destination).first {
      for missing in table.missing where missing.kind == .serviceTag { walk.lose(missing) }
      walk.trace.hops[walk.trace.hops.count - 1].route = undecided
      return false
    }
    guard let route = table.route(to: destination) else {
      walk.stop(.noRoute(table.candidates(for: destination)))
      return false
    }
    walk.trace.hops[walk.trace.hops.count - 1].route = route
    guard weigh(table.missing, route, &walk) else { return false }
    let network = estate.subnets[walk.subnet].network
    switch route.nextHopType {
    case .none:
      walk.stop(route.source == .user ? .droppedByUserRoute(route) : .noRoute(table.candidates(for: destination)))
      return false
    case .vnetLocal: return deliver(in: network, &walk)
    case .vnetPeering, .vnetGlobalPeering, .connectedGroup: return cross(route, from: network, &walk)
    case .virtualAppliance: return hand(to: route, from: network, &walk)
    case .virtualNetworkGateway: return leaveByGateway(route, from: network, &walk)
    case .internet: return leaveForInternet(route, table, &walk)
    case .serviceEndpoint:
      walk.trace.hops.append(Hop(.serviceEndpoint, address: destination))
      return false
    case .interfaceEndpoint:
      walk.trace.hops.append(Hop(.privateEndpoint, route.origin.resource, address: destination))
      return false
    }
  }

  /// Whether the route holds in spite of what the snapshot lacks. A learned route could take its place unless it is
  /// one that is preferred over learned routes; only where the traffic would otherwise be dropped or leave for the
  /// internet is that the likely case.
  private func weigh(_ missing: [MissingInput], _ route: EffectiveRoute, _ walk: inout Walk) -> Bool {
    let learned = missing.filter { $0.kind == .learnedRoutes || $0.kind == .resource }
    for other in missing where other.kind == .property { walk.trace.missing.append(other) }
    guard !learned.isEmpty else { return true }
    switch route.nextHopType {
    case .vnetLocal, .vnetPeering, .vnetGlobalPeering, .interfaceEndpoint, .serviceEndpoint: return true
    case .none where route.source == .default, .internet where walk.packet.destination.isPrivate:
      for missing in learned { walk.lose(missing) }
      return false
    default:
      for missing in learned where !walk.trace.missing.contains(missing) { walk.trace.missing.append(missing) }
      walk.assume(
        .noLongerLearnedRoute, route.origin.resource,
        "no learned route that the snapshot lacks is more specific than \(route.addressPrefixes.first.map { "\($0)" } ?? "the route")"
      )
      return true
    }
  }

  private func leaveForInternet(_ route: EffectiveRoute, _ table: EffectiveRouteTable, _ walk: inout Walk) -> Bool {
    guard !walk.packet.destination.isPrivate else {
      if route.source == .user {
        walk.stop(.privateDestinationToInternet(route))
      } else {
        walk.stop(.noRoute(table.candidates(for: walk.packet.destination)))
      }
      return false
    }
    walk.trace.hops.append(Hop(.internet, address: walk.packet.destination))
    return false
  }
}
