internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Puts the reason why a packet stops into a cause with its remedy.
struct CauseFinder {
  let estate: Estate
  let packet: Packet
  /// The packet's path up to where it stops.
  let hops: [Hop]
  /// What was read already.
  var knownRules = KnownRules()

  /// The last station whose routes decided.
  var station: Hop? { hops.last { $0.subnet != nil } }

  func cause(_ reason: StopReason) -> Cause {
    switch reason {
    case .droppedByUserRoute(let route): droppedByUserRoute(route)
    case .noRoute(let candidates): noRoute(candidates)
    case .privateDestinationToInternet(let route): privateToInternet(route)
    case .nextHopUnowned(let route, let address): unowned(route, address)
    case .nextHopNotReachable(let route, let address, let owner): notReachable(route, address, owner)
    case .applianceNotForwarding(let route, let interface): notForwarding(route, interface)
    case .loop(let stations): loop(stations)
    case .addressUnowned(let address, let network): addressUnowned(address, network)
    case .noGateway(let route): noGateway(route)
    case .loadBalancerWithoutRule(let id, let address): withoutRule(id, address)
    case .loadBalancerWithoutBackend(let id, let address): withoutBackend(id, address)
    case .peeringAccessDenied(let id): access(id)
    case .forwardedTrafficDenied(let id): forwarded(id)
    case .gatewayLacksPrefix(let id, let address): lacksPrefix(id, address, [])
    case .connectionNotConnected(let id, let status): notConnected(id, status)
    case .machineStopped(let id, let state):
      stopped(id, state, hops.last?.kind == .destination ? .destinationStopped : .applianceStopped)
    case .subnetNotPeered(let peering, let subnet): notPeered(peering, subnet)
    case .overlap(let address, let networks): overlap(address, networks)
    case .loadBalancerToItself(let id, let address): toItself(id, address)
    case .noPublicAddress(let id): noPublicAddress(id)
    case .filtered(let passage): filtered(passage)
    case .firewallDenies(let id, let rule, let packet): firewallDenies(id, rule, packet)
    case .noTranslationRule(let id, let packet): noTranslationRule(id, packet)
    case .noOutbound(let place, let reason): noOutbound(place, reason)
    case .notTranslated(let place, let obstacle): notTranslated(place, obstacle)
    case .probesDenied(let id, let passage): probesDenied(id, passage)
    case .notCarried(let endpoint, let transport): notCarried(endpoint, transport)
    }
  }

  func stopped(_ id: ResourceID, _ state: PowerState, _ code: CheckCode) -> Cause {
    Cause(
      code: code, resource: id, detail: [.init("powerState", state.rawValue)],
      summary: "virtual machine \(id.name) is \(state.rawValue)",
      remedy: Remedy("start the machine", [.start(id)]),
      evidence: [property(id, "powerState", state.rawValue)])
  }

  func property(_ id: ResourceID, _ name: String, _ value: String) -> Evidence {
    let owner = estate.record(id) ?? id.parent.flatMap { estate.record($0) }
    return .property(id, name: name, value: value, source: owner?.source)
  }

  func text(_ route: EffectiveRoute) -> String {
    let prefixes = route.addressPrefixes.map { "\($0)" }.joined(separator: ", ")
    return route.name.map { "user route \($0) (\(prefixes))" } ?? "the route to \(prefixes)"
  }

  func details(_ route: EffectiveRoute) -> [Cause.Detail] {
    [
      .init("addressPrefix", route.addressPrefixes.map { "\($0)" }.joined(separator: ",")),
      .init("nextHopType", route.nextHopType.rawValue),
    ] + route.nextHopAddresses.map { .init("nextHopIpAddress", "\($0)") }
  }

  /// The change that deletes a user route.
  func delete(_ route: EffectiveRoute) -> [Change] {
    guard let id = route.origin.resource, id.kind == .route else { return [] }
    return [.delete(id)]
  }

  private func droppedByUserRoute(_ route: EffectiveRoute) -> Cause {
    Cause(
      code: .userRouteDrops, resource: route.origin.resource, detail: details(route),
      summary: "\(text(route)) drops the traffic: its next hop type is None",
      remedy: Remedy("delete the route, or give it a next hop", delete(route)), evidence: [.route(route)])
  }

  private func privateToInternet(_ route: EffectiveRoute) -> Cause {
    Cause(
      code: .privateDestinationToInternet, resource: route.origin.resource, detail: details(route),
      summary: "\(text(route)) sends \(packet.destination), a private address, to the internet, where it is dropped",
      remedy: Remedy("delete the route, or make it lead to the appliance or network", delete(route)),
      evidence: [.route(route)])
  }

  private func unowned(_ route: EffectiveRoute, _ address: IPAddress) -> Cause {
    let hops = NextHops(estate: estate, network: station?.subnet?.parent)
    return Cause(
      code: .nextHopUnowned, resource: route.origin.resource, detail: details(route),
      summary: "\(text(route)) leads to \(address), and nothing in the snapshot has that address",
      remedy: Remedy(
        "give the route the appliance's present address",
        hops.likeliest(insteadOf: address).map { hops.replace(address, by: $0, in: route) } ?? []),
      evidence: [.route(route)])
  }

  private func notReachable(_ route: EffectiveRoute, _ address: IPAddress, _ owner: ResourceID) -> Cause {
    if let lost = lostPeering(station?.subnet?.parent, network(of: owner)) {
      return notConnected(
        lost.id, lost.state, [.init("nextHopIpAddress", "\(address)")],
        [.route(route), property(lost.id, "peeringState", lost.state.rawValue)])
    }
    return Cause(
      code: .nextHopNotReachable, resource: route.origin.resource,
      detail: details(route) + [.init("owner", owner.text)],
      summary: "\(text(route)) leads to \(address) of \(owner.shortName), which is in a network that is not peered"
        + " with the sender's: a next hop must be directly reachable",
      remedy: Remedy(
        "peer the two networks, or use an appliance in the sender's network or a direct peer",
        peer(station?.subnet?.parent, network(of: owner))),
      evidence: [.route(route)])
  }

  private func notForwarding(_ route: EffectiveRoute?, _ interface: ResourceID) -> Cause {
    Cause(
      code: .applianceNotForwarding, resource: interface,
      detail: [.init("enableIPForwarding", "false")] + (route.map { details($0) } ?? []),
      summary:
        "NIC \(interface.name) is the next hop, but its IP forwarding is off: it drops what isn't addressed to it",
      remedy: Remedy(
        "turn on IP forwarding for the NIC, and forwarding in the guest",
        [.set(interface, property: "enableIPForwarding", value: true)]),
      evidence: [property(interface, "enableIPForwarding", "false")] + (route.map { [.route($0)] } ?? []))
  }

  private func loop(_ stations: [ResourceID]) -> Cause {
    let names = stations.map { String($0.name) }
    let members = Set(stations)
    var seen: Set<EffectiveRoute> = []
    let routes = hops.filter { $0.resource.map(members.contains) ?? false }.compactMap(\.route)
      .filter { seen.insert($0).inserted }
    let last = routes.last
    return Cause(
      code: .routingLoop, resource: last?.origin.resource ?? stations.last,
      detail: stations.map { .init("station", $0.text) } + (last.map { details($0) } ?? []),
      summary: "the packet goes round: \((names + names.prefix(1)).joined(separator: " to "))"
        + (last.map { "; \(text($0)) sends it back" } ?? ""),
      remedy: Remedy(
        "give the subnet of \(names.last ?? "the last station") a route to \(packet.destination) that leads on, not back",
        last.map { undo($0, stations) } ?? []),
      evidence: routes.map { .route($0) })
  }

  /// What takes the route away from the last station. A table that other subnets use too, as where the senders' table is
  /// on the appliance's own subnet, is detached from the station's (routing semantics B-103).
  private func undo(_ route: EffectiveRoute, _ stations: [ResourceID]) -> [Change] {
    let place = hops.last { $0.resource == stations.last && $0.subnet != nil }?.subnet
    guard route.source == .user, let table = route.origin.resource?.parent else { return keepAway(route, from: place) }
    let index = estate.routeTableIndex(table)
    let isShared =
      index != nil
      && estate.subnets.indices.contains {
        estate.routeTable(ofSubnet: $0) == index && estate.subnet($0).id != place
      }
    guard isShared, let place else { return delete(route) }
    return [.set(place, property: "routeTable", value: .null)]
  }

  /// A table that keeps what gateways and Route Servers announce away from an appliance's own subnet; for a default
  /// route one that leads on to the internet.
  private func keepAway(_ route: EffectiveRoute, from place: ResourceID?) -> [Change] {
    guard route.source == .virtualNetworkGateway, let place, let index = estate.subnetIndex(place) else { return [] }
    let isDefault = route.longestPrefix(containing: packet.destination)?.isDefault == true
    if let own = estate.subnet(index).routeTable {
      return [.set(own, property: "disableBgpRoutePropagation", value: true)]
        + (isDefault ? [userRoute("to-internet", "0.0.0.0/0", "Internet", in: own)].compactMap { $0 } : [])
    }
    guard let table = newTable(for: place, propagation: false) else { return [] }
    let out = isDefault ? userRoute("to-internet", "0.0.0.0/0", "Internet", in: table.resource) : nil
    return [table] + [out].compactMap { $0 }
      + [.set(place, property: "routeTable", value: Change.reference(table.resource))]
  }

  /// A route table for a subnet, in the subnet's own group and region.
  func newTable(for subnet: ResourceID, propagation: Bool = true) -> Change? {
    guard let network = subnet.parent, let id = Self.sibling(of: network, "routeTables", "\(subnet.name)-routes") else {
      return nil
    }
    let location = estate.virtualNetworkIndex(network).flatMap { estate.virtualNetworks[$0].location }
    let properties = JSONObject(propagation ? [] : [("disableBgpRoutePropagation", true)])
    return .put(id, properties: properties, location: location)
  }

  func userRoute(_ name: String, _ prefix: String, _ type: String, in table: ResourceID) -> Change? {
    table.child("routes", name).map { id in
      .put(
        id, properties: JSONObject([("addressPrefix", .string(prefix)), ("nextHopType", .string(type))]), location: nil)
    }
  }

  /// The id of a resource of `Microsoft.Network` beside another.
  static func sibling(of id: ResourceID, _ type: String, _ name: String) -> ResourceID? {
    guard let subscription = id.subscription, let group = id.resourceGroup else { return nil }
    return ResourceID(
      "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/Microsoft.Network/\(type)/\(name)")
  }

  private func addressUnowned(_ address: IPAddress, _ network: ResourceID) -> Cause {
    let namesake = estate.networkInterfaces(withAddress: address).lazy.map { estate.networkInterfaces[$0] }
      .first { $0.subnet?.parent != network }
    if let owner = namesake, let other = owner.subnet?.parent {
      return overlap(address, [network, other])
    }
    return Cause(
      code: .addressUnowned, resource: network, detail: [.init("address", "\(address)")],
      summary: "the packet reaches \(network.name), but nothing in the snapshot has the address \(address) there",
      remedy: Remedy("check the address, or collect the NICs again", ["az network nic list -o json"]),
      evidence: station?.route.map { [.route($0)] } ?? [])
  }

  private func noGateway(_ route: EffectiveRoute) -> Cause {
    Cause(
      code: .noGateway, resource: route.origin.resource, detail: details(route),
      summary: "\(text(route)) leads to a virtual network gateway, and the network has no VPN gateway,"
        + " neither its own nor a peer's",
      remedy: Remedy("delete the route, or connect the network to a VPN gateway", delete(route)),
      evidence: [.route(route)])
  }

  private func access(_ id: ResourceID) -> Cause {
    Cause(
      code: .peeringAccessDenied, resource: id, detail: [.init("allowVirtualNetworkAccess", "false")],
      summary: "peering \(id.name) of \(id.parent?.name ?? "") has allowVirtualNetworkAccess off: the route stands,"
        + " the traffic is dropped",
      remedy: Remedy("allow access on the peering", [.set(id, property: "allowVirtualNetworkAccess", value: true)]),
      evidence: [property(id, "allowVirtualNetworkAccess", "false")])
  }

  private func forwarded(_ id: ResourceID) -> Cause {
    Cause(
      code: .forwardedTrafficDenied, resource: id, detail: [.init("allowForwardedTraffic", "false")],
      summary: "peering \(id.name) of \(id.parent?.name ?? "") doesn't accept forwarded traffic, and"
        + " \(packet.source) is not in the network that the packet comes through",
      remedy: Remedy(
        "allow forwarded traffic on the peering", [.set(id, property: "allowForwardedTraffic", value: true)]),
      evidence: [property(id, "allowForwardedTraffic", "false")])
  }

  private func notConnected(_ id: ResourceID, _ status: String) -> Cause {
    Cause(
      code: .connectionNotConnected, resource: id, detail: [.init("connectionStatus", status)],
      summary: "connection \(id.name), which the packet would take, is \(status)",
      remedy: Remedy(
        "bring the connection up: compare the shared keys and the peer's address",
        ["az network vpn-connection show --ids \(id)"]),
      evidence: [property(id, "connectionStatus", status)])
  }
}
