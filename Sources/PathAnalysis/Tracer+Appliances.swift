internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Next hops that are appliances.
extension Tracer {
  /// Hands the packet to the appliance that a route names. True: it forwards, and its own routes decide next.
  func hand(to route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> Bool {
    guard let address = route.nextHopAddresses.first else { return false }
    if route.nextHopAddresses.count > 1 {
      walk.assume(
        .firstOfSeveral, route.origin.resource,
        "of \(route.nextHopAddresses.count) equally good next hops the path through \(address) is shown")
    }
    guard let (place, link) = place(of: address, from: network) else {
      walk.stop(unreachable(address, route))
      return false
    }
    if let link, !pass(link, from: network, &walk) { return false }
    guard let owner = book.owner(of: address, inNetwork: place) else { return false }
    return forward(through: owner, at: address, in: place, route, &walk)
  }

  /// The network that owns a next hop's address: this one, or a direct peer (B-100, B-102).
  private func place(of address: IPAddress, from network: Int) -> (network: Int, link: PeerLink?)? {
    if book.owner(of: address, inNetwork: network) != nil { return (network, nil) }
    for link in estate.peers(ofNetwork: network) {
      let state = estate.virtualNetworks[network].peerings[link.peering].peeringState ?? .connected
      guard state == .connected, let remote = link.remote else { continue }
      if book.owner(of: address, inNetwork: remote) != nil { return (remote, link) }
    }
    return nil
  }

  private func unreachable(_ address: IPAddress, _ route: EffectiveRoute) -> StopReason {
    for network in estate.virtualNetworks.indices {
      if let owner = book.owner(of: address, inNetwork: network), let id = id(of: owner) {
        return .nextHopNotReachable(route, address, owner: id)
      }
    }
    return .nextHopUnowned(route, address)
  }

  /// The resource of an address's owner.
  func id(of owner: AddressOwner) -> ResourceID? {
    switch owner {
    case .interface(let index): estate.networkInterfaces[index].id
    case .loadBalancer(let index, _): estate.loadBalancers[index].id
    case .firewall(let index): estate.azureFirewalls[index].id
    case .managedAppliance(let index): estate.virtualNetworkAppliances[index].id
    case .gateway(let index): estate.virtualNetworkGateways[index].id
    case .privateEndpoint(let endpoint): endpoint.endpoint
    }
  }

  private func forward(
    through owner: AddressOwner, at address: IPAddress, in network: Int, _ route: EffectiveRoute, _ walk: inout Walk
  ) -> Bool {
    guard walk.visited.insert(owner).inserted else {
      walk.stop(.loop(walk.trace.hops.filter { $0.kind == .appliance || $0.kind == .firewall }.compactMap(\.resource)))
      return false
    }
    switch owner {
    case .interface(let interface): return forward(throughInterface: interface, route, &walk)
    case .loadBalancer(let balancer, let frontend):
      guard let backend = backend(of: balancer, frontend, &walk) else { return false }
      return forward(throughInterface: backend, route, &walk)
    case .firewall(let index):
      let firewall = estate.azureFirewalls[index]
      walk.assume(
        .firewallAllows, firewall.id, "firewall \(firewall.id.name) lets the packet pass; its rules are not judged yet")
      return goOn(.firewall, firewall.id, address, firewall.ipConfigurations.lazy.compactMap(\.subnet).first, &walk)
    case .managedAppliance(let index):
      let appliance = estate.virtualNetworkAppliances[index]
      let subnet = appliance.subnet ?? appliance.ipConfigurations.lazy.compactMap(\.subnet).first
      return goOn(.appliance, appliance.id, address, subnet, &walk)
    case .gateway, .privateEndpoint:
      walk.stop(.nextHopUnowned(route, address))
      return false
    }
  }

  private func forward(throughInterface interface: Int, _ route: EffectiveRoute, _ walk: inout Walk) -> Bool {
    let resource = estate.networkInterfaces[interface]
    // A packet addressed to the appliance itself needs no forwarding.
    if resource.ipConfigurations.contains(where: { $0.privateIPAddress == walk.packet.destination }) {
      return deliver(in: estate.subnet(ofInterface: interface).map { estate.subnets[$0].network } ?? 0, &walk)
    }
    guard goOn(.appliance, resource.id, resource.privateIPAddress, resource.subnet, &walk) else { return false }
    if let stopped = stopped(interface, &walk) {
      walk.stop(stopped)
      return false
    }
    guard resource.enableIPForwarding else {
      walk.stop(.applianceNotForwarding(route, interface: resource.id))
      return false
    }
    walk.assume(
      .guestForwards, resource.id, "the guest behind \(resource.id.name) forwards packets; configuration can't show it")
    return true
  }

  /// Adds the station and makes its subnet's routes decide next.
  private func goOn(
    _ kind: Hop.Kind, _ id: ResourceID, _ address: IPAddress?, _ subnet: ResourceID?, _ walk: inout Walk
  ) -> Bool {
    walk.trace.hops.append(Hop(kind, id, address: address, subnet: subnet))
    guard let index = estate.subnetIndex(subnet) else {
      walk.lose(
        MissingInput(
          .resource, subnet ?? id, "the subnet of \(id.shortName), whose routes decide next, is not in the snapshot",
          command: subnet.map { "az network vnet subnet show --ids \($0)" }))
      return false
    }
    walk.subnet = index
    return true
  }

  /// The NIC that a front end hands the packet to. Of several the first in the snapshot's order stands for all.
  func backend(of balancer: Int, _ frontend: Int, _ walk: inout Walk) -> Int? {
    let resource = estate.loadBalancers[balancer]
    let front = resource.frontends[frontend]
    let address = front.privateIPAddress ?? walk.packet.destination
    walk.trace.hops.append(Hop(.loadBalancer, resource.id, address: address))
    let rules = resource.rules.filter { $0.frontend == front.id && takes(walk.packet, $0) }
    guard let rule = rules.first else {
      walk.stop(.loadBalancerWithoutRule(resource.id, address))
      return nil
    }
    let members = estate.networkInterfaces.indices.filter { index in
      estate.networkInterfaces[index].ipConfigurations.contains { configuration in
        configuration.loadBalancerBackendAddressPools.contains { rule.backendPools.contains($0) }
      }
    }
    guard let first = members.first else {
      walk.stop(.loadBalancerWithoutBackend(resource.id, address))
      return nil
    }
    if members.count > 1 {
      walk.assume(
        .firstOfSeveral, resource.id, "of \(members.count) backends of \(resource.id.name) the first stands for all")
    }
    return first
  }

  /// Whether a rule takes the packet. Without a port, as for a packet that an appliance is to forward, any does.
  private func takes(_ packet: Packet, _ rule: LoadBalancingRule) -> Bool {
    if rule.isHighAvailabilityPorts { return true }
    guard packet.transport != .icmp, ["all", packet.transport.rawValue].contains(rule.transport.lowercased()) else {
      return false
    }
    return packet.port.map { Int($0) == rule.frontendPort } ?? true
  }
}
