internal import AzureResources
internal import Estate
internal import IPAddressing
internal import PathAnalysis
internal import Routing

/// What routes lead to, looked up once for each row of a table.
extension VerdictEngine {
  mutating func step(from subnet: Int, to destination: UInt32) -> VerdictStep {
    let number = number(ofSubnet: subnet)
    let gap = gaps[number]
    guard gap != .routes else { return .unusual }
    guard let selection = selectors.selection(table: number, for: IPv4Address(bits: destination)) else {
      return gap == .learned ? .unusual : .drop
    }
    let key = UInt64(number) << 35 | UInt64(selection.layer) << 32 | UInt64(selection.row)
    if let step = steps[key] { return knownSteps[Int(step)] }
    let route = tables.tables[number][selection]
    let made: VerdictStep
    if gap == .learned, route.nextHopType == .internet || (route.nextHopType == .none && route.source != .user) {
      // A learned route that the snapshot lacks would take the route's place.
      made = .unusual
    } else {
      made = makeStep(route, Int(networkOfSubnet[subnet]))
    }
    steps[key] = Int32(knownSteps.count)
    knownSteps.append(made)
    return made
  }

  /// The place of a subnet's table in `selectors`.
  private mutating func number(ofSubnet subnet: Int) -> Int {
    if tableOfSubnet[subnet] >= 0 { return Int(tableOfSubnet[subnet]) }
    let number = tables.tableNumber(ofSubnet: subnet)
    while gaps.count <= number {
      let table = tables.tables[gaps.count]
      gaps.append(Self.gap(of: table))
      selectors.add(table)
    }
    tableOfSubnet[subnet] = Int32(number)
    return number
  }

  /// `Tracer.weigh`, for destinations that are private or known.
  private static func gap(of table: EffectiveRouteTable) -> VerdictTableGap {
    let isAbsent = table.missing.contains { $0.kind == .resource && $0.resource == table.routeTable }
    if isAbsent || table.missing.contains(where: { $0.kind == .serviceTag }) { return .routes }
    return table.missing.contains { $0.kind == .learnedRoutes || $0.kind == .resource } ? .learned : .none
  }

  private mutating func makeStep(_ route: EffectiveRoute, _ network: Int) -> VerdictStep {
    switch route.nextHopType {
    case .none: .drop
    case .vnetLocal: .deliver(network: network)
    case .vnetPeering, .vnetGlobalPeering: crossing(route, network).map { VerdictStep.cross($0) } ?? .unusual
    case .virtualAppliance: appliance(route, network) ?? .unusual
    case .virtualNetworkGateway: gateway(route, network)
    case .internet: .internet
    case .connectedGroup, .serviceEndpoint, .interfaceEndpoint: .unusual
    }
  }

  private func crossing(_ route: EffectiveRoute, _ network: Int) -> VerdictLink? {
    guard case .peering(let id) = route.origin else { return nil }
    let peerings = estate.virtualNetworks[network].peerings
    return estate.peers(ofNetwork: network).first { peerings[$0.peering].id == id }.flatMap { link($0, network) }
  }

  /// nil for peerings of single subnets, and where the snapshot lacks the other side.
  private func link(_ link: PeerLink, _ network: Int) -> VerdictLink? {
    let peering = estate.virtualNetworks[network].peerings[link.peering]
    guard peering.peerCompleteVnets || peering.localSubnetNames.isEmpty, let remote = link.remote else { return nil }
    let reverse = link.reverse.map { estate.virtualNetworks[remote].peerings[$0] }
    return VerdictLink(
      remote: remote,
      denies: !peering.allowVirtualNetworkAccess || reverse?.allowVirtualNetworkAccess == false,
      deniesForwarded: reverse?.allowForwardedTraffic == false)
  }

  /// The next hop of a route, or its next hops; nil where one of them is left to a diagnosis.
  private mutating func appliance(_ route: EffectiveRoute, _ network: Int) -> VerdictStep? {
    var fit: [VerdictStep] = []
    var unfit: [VerdictStep] = []
    for address in route.nextHopAddresses {
      guard let step = device(at: address, from: network) else { return nil }
      if isUnfit(step) { unfit.append(step) } else { fit.append(step) }
    }
    let ways = unfit + fit
    guard ways.count > 1 else { return ways.first }
    let first = Int32(knownSteps.count)
    knownSteps += ways
    return .spread(first: first, count: Int32(ways.count))
  }

  /// `Tracer.isUnfit`.
  private mutating func isUnfit(_ step: VerdictStep) -> Bool {
    guard case .appliance(let appliance, _) = step, case .one(let interface) = appliance.interface else { return false }
    let facts = facts(of: interface)
    return !facts.forwards || facts.isStopped
  }

  /// `Tracer.place(of:from:)`, where the next hop is in the network itself or in a peer.
  private mutating func device(at address: IPAddress, from network: Int) -> VerdictStep? {
    if let owner = book.owner(of: address, inNetwork: network) { return device(owner, behind: nil) }
    let peerings = estate.virtualNetworks[network].peerings
    for peer in estate.peers(ofNetwork: network)
    where peerings[peer.peering].peeringState ?? .connected == .connected {
      guard let remote = peer.remote, let owner = book.owner(of: address, inNetwork: remote) else { continue }
      return link(peer, network).flatMap { device(owner, behind: $0) }
    }
    return nil
  }

  private mutating func device(_ owner: AddressOwner, behind link: VerdictLink?) -> VerdictStep? {
    switch owner {
    case .firewall(let firewall): return .firewall(firewall, link: link)
    case .interface(let interface):
      return .appliance(VerdictAppliance(interface: .one(interface), station: Int32(interface)), link: link)
    case .loadBalancer(let balancer, let frontend):
      guard let station = Self.station(ofBalancer: balancer, frontend: frontend),
        let found = tracer.forwardingBackends(ofBalancer: balancer, frontend: frontend)
      else { return nil }
      let first = Int32(backends.count)
      backends += found.map { Int32($0) }
      return .appliance(
        VerdictAppliance(interface: .backends(first: first, count: Int32(found.count)), station: station), link: link)
    default: return nil
    }
  }

  private mutating func gateway(_ route: EffectiveRoute, _ network: Int) -> VerdictStep {
    switch route.origin {
    case .routeServer: return appliance(route, network) ?? .unusual
    case .gateway(let id): return estate.virtualNetworkGatewayIndex(id).map { .gateway($0) } ?? .unusual
    case .userRoute: return tables.usableVPNGateway(fromNetwork: network).map { .gateway($0) } ?? .drop
    default: return .unusual
    }
  }
}
