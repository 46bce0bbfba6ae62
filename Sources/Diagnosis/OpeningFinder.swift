internal import AzureFacts
internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Finds what changes between two estates beside the connection that was asked about.
struct OpeningFinder {
  /// Pairs of subnets that are traced at most, on both estates.
  static let pairLimit = 4_000
  /// Subnets whose routes are compared at most.
  static let subnetLimit = 512
  /// Pairs that are named.
  static let namedPairs = 5

  let before: Estate
  let after: Estate
  let changes: [Change]
  let question: Diagnosis
  let day: Day
  let machines: Tracer.MachineState

  func opening() -> Opening {
    var opening = Opening()
    opening.flows = flows()
    guard changes.contains(where: { Self.isRouting($0.resource) }) else { return opening }
    let affected = affectedSubnets()
    opening.routes = routes(affected)
    opening.pairs = pairs(affected, opening.routes)
    return opening
  }

  private static func isRouting(_ id: ResourceID) -> Bool {
    switch id.kind {
    case .route, .routeTable, .virtualNetworkPeering, .networkInterface, .subnet, .localNetworkGateway, .connection:
      true
    case .other: id.parent?.kind == .loadBalancer
    default: false
    }
  }

  /// The subnets whose packets the changes may concern, in the order of the estate.
  private func affectedSubnets() -> [Int] {
    var found: Set<Int> = []
    let resources = changes.map(\.resource)
    let tables = Set(resources.compactMap { $0.kind == .route ? $0.parent : $0.kind == .routeTable ? $0 : nil })
    var networks: Set<Int> = []
    for id in resources where id.kind == .virtualNetworkPeering {
      guard let own = after.virtualNetworkIndex(id.parent) else { continue }
      // Beside the two networks, those whose packets an appliance there passes on.
      networks.insert(own)
      for link in after.peers(ofNetwork: own) { if let remote = link.remote { networks.insert(remote) } }
    }
    let interfaces = resources.filter { $0.kind == .networkInterface }.compactMap { after.networkInterfaceIndex($0) }
    let appliances = Set(
      interfaces.flatMap { after.networkInterfaces[$0].ipConfigurations.compactMap(\.privateIPAddress) })
    let leading = Set(
      after.routeTables.lazy.filter { table in
        table.routes.contains { $0.nextHopAddresses.contains(where: appliances.contains) }
      }.map(\.id))
    for subnet in after.subnets.indices {
      let resource = after.subnet(subnet)
      let table = resource.routeTable
      if networks.contains(after.subnets[subnet].network) || resources.contains(resource.id)
        || table.map({ tables.contains($0) || leading.contains($0) }) ?? false
      {
        found.insert(subnet)
      }
    }
    return found.sorted()
  }

  private func routes(_ affected: [Int]) -> [Opening.Routes] {
    var old = RouteTableBuilder(before, asOf: day)
    var new = RouteTableBuilder(after, asOf: day)
    var counts: [Int: Int] = [:]
    for interface in after.networkInterfaces.indices {
      if let subnet = after.subnet(ofInterface: interface) { counts[subnet, default: 0] += 1 }
    }
    return affected.prefix(Self.subnetLimit).compactMap { subnet in
      let id = after.subnet(subnet).id
      guard let known = before.subnetIndex(id) else { return nil }
      let changed = RouteDifference.destinations(old.table(ofSubnet: known), new.table(ofSubnet: subnet))
      return changed.isEmpty
        ? nil : Opening.Routes(subnet: id, destinations: changed, interfaces: counts[subnet] ?? 0)
    }
  }

  /// Traces from each affected subnet, and back to it, to the subnets that the changes may have opened.
  private func pairs(_ affected: [Int], _ routes: [Opening.Routes]) -> Opening.Pairs {
    var pairs = Opening.Pairs()
    let opened = Dictionary(routes.map { ($0.subnet, $0.destinations) }) { first, _ in first }
    var old = Reach(before, day, machines)
    var new = Reach(after, day, machines)
    // Where no route changes, a flag did: then the affected subnets are asked among each other.
    let among = Set(affected)
    for source in affected {
      let id = after.subnet(source).id
      for target in after.subnets.indices where target != source {
        let other = after.subnet(target)
        if let destinations = opened[id] {
          guard other.addressPrefixes.contains(where: { destinations.overlaps($0) }) else { continue }
        } else if !routes.isEmpty || !among.contains(target) {
          continue
        }
        guard pairs.compared < Self.pairLimit else {
          pairs.isComplete = false
          return pairs
        }
        pairs.compared += 1
        guard new.reaches(id, other.id, question), !old.reaches(id, other.id, question) else { continue }
        guard id != question.source.subnetID(before) || other.id != question.destination.subnetID(before) else {
          continue
        }
        pairs.count += 1
        if pairs.first.count < Self.namedPairs { pairs.first.append(Opening.Pair(from: id, to: other.id)) }
      }
    }
    return pairs
  }
}

extension LocatedEndpoint {
  /// The id of its subnet.
  func subnetID(_ estate: Estate) -> ResourceID? { subnet.map { estate.subnet($0).id } }
}
