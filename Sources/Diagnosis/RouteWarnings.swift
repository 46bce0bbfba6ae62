internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis
internal import Remediation
internal import Routing

/// What doesn't stop a connection, but lets it go another way than was meant.
struct RouteWarnings {
  let estate: Estate
  let packet: Packet

  func checks(
    _ forward: Trace, _ source: LocatedEndpoint, _ destination: LocatedEndpoint, _ tracer: inout Tracer
  ) -> [Check] {
    var found: [Check] = []
    for hop in forward.hops {
      guard let subnet = estate.subnetIndex(hop.subnet), let route = hop.route else { continue }
      if let check = bypass(route, tracer.table(ofSubnet: subnet), hop) { found.append(check) }
    }
    if forward.outcome == .delivered, let first = forward.hops.first {
      found += [unused(first), PeerComparison(estate: estate, packet: packet).unlikePeers(first)].compactMap { $0 }
    }
    return found + overlaps(forward, source, destination)
  }

  /// A user route to an appliance that a more specific route takes the packet from (U5, U11, U17).
  ///
  /// Only a route that was meant for the prefix counts: a default route to an appliance is not meant for the network's
  /// peers, but it is for what gateways and private endpoints lead to (B-053, B-097, E-033).
  private func bypass(_ route: EffectiveRoute, _ table: EffectiveRouteTable, _ hop: Hop) -> Check? {
    switch route.nextHopType {
    case .vnetPeering, .vnetGlobalPeering, .connectedGroup, .virtualNetworkGateway, .interfaceEndpoint: break
    default: return nil
    }
    guard route.source != .user else { return nil }
    let meant = table.candidates(for: packet.destination).first { candidate in
      candidate.outcome == .shorterPrefix && candidate.route.source == .user
        && candidate.route.nextHopType == .virtualAppliance
    }
    guard let meant else { return nil }
    let takesDefault = route.nextHopType == .virtualNetworkGateway || route.nextHopType == .interfaceEndpoint
    guard takesDefault || !meant.prefix.isDefault else { return nil }
    let prefix = route.longestPrefix(containing: packet.destination).map { "\($0)" } ?? ""
    return Check(
      .applianceBypassed, .warning,
      "\(hop.subnet?.name ?? "") has user route \(meant.route.name ?? "") (\(meant.prefix)) to an appliance, but"
        + " \(prefix) to \(route.nextHopType.rawValue) is more specific: \(packet.destination) bypasses the appliance",
      meant.route.origin.resource, [.route(route), .route(meant.route)],
      remedy: BypassRemedy(estate: estate, taken: route, meant: meant.route, prefix: meant.prefix)
        .remedy(for: packet.destination))
  }

  /// A route table that no subnet names, while the sender's subnet has none (U3).
  private func unused(_ hop: Hop) -> Check? {
    guard let subnet = estate.subnetIndex(hop.subnet), let route = hop.route else { return nil }
    switch route.nextHopType {
    case .vnetLocal, .interfaceEndpoint, .serviceEndpoint: return nil
    default: break
    }
    let length = route.longestPrefix(containing: packet.destination)?.length ?? 0
    guard let (table, unused) = unusedTable(for: subnet, atLeast: length) else { return nil }
    return Check(
      .routeTableNotAssociated, .warning,
      "route table \(table.id.name) would send \(packet.destination) elsewhere (\(unused.name)), but it is associated"
        + " with no subnet, and \(hop.subnet?.name ?? "") has no table",
      estate.subnet(subnet).id, [.route(route)],
      remedy: Remedy(
        "associate the table with the subnet",
        [.set(estate.subnet(subnet).id, property: "routeTable", value: Change.reference(table.id))]))
  }

  /// A table without any subnet, beside a subnet without any table, that has a route for the destination. Only one of
  /// the subnet's own resource group counts, and only where no table of its own decides.
  func unusedTable(for subnet: Int, atLeast length: Int) -> (RouteTable, Route)? {
    let resource = estate.subnet(subnet)
    guard resource.routeTable == nil else { return nil }
    for table in estate.unusedRouteTables(beside: resource.id).map({ estate.routeTables[$0] }) {
      let route = table.routes.first { route in
        guard case .prefix(let prefix) = route.destination, prefix.contains(packet.destination) else { return false }
        return prefix.length >= length && suits(route, estate.subnets[subnet].network)
      }
      if let route { return (table, route) }
    }
    return nil
  }

  /// Whether a route would work in a network: its appliance is there or in a peer.
  private func suits(_ route: Route, _ network: Int) -> Bool {
    switch route.nextHopType {
    case .virtualNetworkGateway: return !estate.gateways(usedByNetwork: network).isEmpty
    case .virtualAppliance, .virtualApplianceEcmp:
      let networks = [network] + estate.peers(ofNetwork: network).compactMap(\.remote)
      return route.nextHopAddresses.contains { hop in
        networks.contains { estate.virtualNetworks[$0].addressPrefixes.contains { $0.contains(hop) } }
      }
    case .internet, .vnetLocal, .none: return false
    }
  }

  /// Another network with the address of one of the ends, joined to a network on the path (P8, I-17).
  private func overlaps(_ forward: Trace, _ source: LocatedEndpoint, _ destination: LocatedEndpoint) -> [Check] {
    let ends = [destination, source]
    let passed = forward.hops.compactMap { $0.subnet?.parent ?? ($0.kind == .peering ? $0.resource?.parent : nil) }
    let own = ends.compactMap { $0.subnet.map { estate.virtualNetworks[estate.subnets[$0].network].id } }
    let onPath = Set(passed + own)
    var found: [Check] = []
    for end in ends {
      let address = end.privateAddress ?? end.address
      let home = end.subnet.map { estate.virtualNetworks[estate.subnets[$0].network] }
      guard let home else { continue }
      let other = estate.virtualNetworks(containing: address).lazy.map { estate.virtualNetworks[$0] }
        .first { $0.id != home.id && isJoined($0, onPath) }
      guard let other else { continue }
      found.append(
        Check(
          .overlappingAddressSpaces, .warning,
          "\(home.id.name) and \(other.id.name) both have \(address) in their address space: which of them a packet to"
            + " it reaches depends on where it starts", other.id,
          [home, other].map { network in
            .property(
              network.id, name: "addressSpace", value: network.addressPrefixes.map { "\($0)" }.joined(separator: ", "),
              source: estate.record(network.id)?.source)
          }))
    }
    return found
  }

  private func isJoined(_ network: VirtualNetwork, _ onPath: Set<ResourceID>) -> Bool {
    if onPath.contains(network.id) { return true }
    if network.peerings.contains(where: { $0.remoteVirtualNetwork.map(onPath.contains) ?? false }) { return true }
    guard let index = estate.virtualNetworkIndex(network.id), let link = estate.hubLink(ofNetwork: index) else {
      return false
    }
    let wan = estate.virtualHubs[link.hub].virtualWAN
    return onPath.contains { id in
      estate.virtualNetworkIndex(id).flatMap { estate.hubLink(ofNetwork: $0) }
        .map { estate.virtualHubs[$0.hub].virtualWAN == wan } ?? false
    }
  }
}
