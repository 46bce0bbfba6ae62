internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Next hops that are appliances.
extension Tracer {
  /// Where a next hop's address is.
  private enum Place {
    /// In this network, or in a direct peer (B-100, B-102).
    case network(Int, link: PeerLink?)
    /// Where the snapshot doesn't show who has it.
    case hidden(MissingInput)
    case elsewhere(ResourceID)
    case nowhere
  }

  /// Hands the packet to the appliance that a route names. True: it forwards, and its own routes decide next.
  ///
  /// Of several next hops one that can't handle the packet is shown first, since every flow that falls to it fails.
  mutating func hand(to route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> Bool {
    guard let address = nextHop(of: route, from: network, &walk) else {
      walk.lose(unexplained(route))
      return false
    }
    switch place(of: address, from: network) {
    case .network(let place, let link):
      if let link, !pass(link, from: network, &walk) { return false }
      guard let owner = book.owner(of: address, inNetwork: place) else { return false }
      return forward(through: owner, at: address, in: place, route, &walk)
    case .hidden(let missing): walk.lose(missing)
    case .elsewhere(let owner): walk.stop(.nextHopNotReachable(route, address, owner: owner))
    case .nowhere: walk.stop(.nextHopUnowned(route, address))
    }
    return false
  }

  /// The address of the way to take, of those that a route names.
  private func nextHop(of route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> IPAddress? {
    guard route.nextHopAddresses.count > 1 else { return route.nextHopAddresses.first }
    let unfit = route.nextHopAddresses.filter { isUnfit($0, from: network) }
    let addresses = unfit + route.nextHopAddresses.filter { !unfit.contains($0) }
    let taken = walk.choice(among: addresses.count)
    let address = addresses[taken]
    var device: ResourceID?
    if case .network(let place, _) = place(of: address, from: network) {
      device = book.owner(of: address, inNetwork: place).flatMap { id(of: $0) }
    }
    walk.trace.forks.append(
      Fork(
        resource: route.origin.resource, count: addresses.count, taken: taken, address: address, device: device))
    walk.assume(
      .firstOfSeveral, route.origin.resource,
      "of \(addresses.count) equally good next hops the path through \(address) is shown")
    return address
  }

  private func isUnfit(_ address: IPAddress, from network: Int) -> Bool {
    switch place(of: address, from: network) {
    case .network(let place, _):
      guard case .interface(let interface) = book.owner(of: address, inNetwork: place) else { return false }
      return !estate.networkInterfaces[interface].enableIPForwarding || isKnownToBeStopped(interface)
    case .hidden: return false
    case .elsewhere, .nowhere: return true
    }
  }

  private func place(of address: IPAddress, from network: Int) -> Place {
    if book.owner(of: address, inNetwork: network) != nil { return .network(network, link: nil) }
    let peerings = estate.virtualNetworks[network].peerings
    let links = estate.peers(ofNetwork: network).filter {
      peerings[$0.peering].peeringState ?? .connected == .connected
    }
    for link in links {
      guard let remote = link.remote else { continue }
      if book.owner(of: address, inNetwork: remote) != nil { return .network(remote, link: link) }
    }
    for link in links where link.remote == nil {
      let peering = peerings[link.peering]
      guard peering.remoteAddressSpace?.contains(where: { $0.contains(address) }) ?? true else { continue }
      let id = peering.remoteVirtualNetwork ?? peering.id
      return .hidden(
        MissingInput(
          .resource, id, "virtual network \(id.shortName), which has the next hop \(address), is not in the snapshot",
          command: "az network vnet show --ids \(id)"))
    }
    if let hidden = hiddenHop(address, [network] + links.compactMap(\.remote)) { return .hidden(hidden) }
    return elsewhere(address)
  }

  /// A next hop in a virtual hub, or at something that Azimuth doesn't model.
  private func hiddenHop(_ address: IPAddress, _ networks: [Int]) -> MissingInput? {
    for network in networks {
      if let other = unmodelledOwner(of: address, inNetwork: network) {
        return MissingInput(
          .property, other, "how \(other.shortName), the next hop \(address), forwards: not modelled", command: nil)
      }
      let subnet = estate.virtualNetworks[network].subnets.first {
        $0.addressPrefixes.contains { $0.contains(address) }
      }
      if let subnet, let hidden = hiddenOwner(of: address, in: subnet) { return hidden }
    }
    guard let hub = networks.first.flatMap({ estate.hubLink(ofNetwork: $0) }).map({ estate.virtualHubs[$0.hub] }),
      hub.addressPrefix?.contains(address) == true
    else { return nil }
    return MissingInput(
      .property, hub.id, "whether \(address) in virtual hub \(hub.id.name) takes the packet: Azure doesn't document it",
      command: nil)
  }

  private func elsewhere(_ address: IPAddress) -> Place {
    for network in estate.virtualNetworks.indices {
      if let owner = book.owner(of: address, inNetwork: network), let id = id(of: owner) { return .elsewhere(id) }
    }
    return .nowhere
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

  private mutating func forward(
    through owner: AddressOwner, at address: IPAddress, in network: Int, _ route: EffectiveRoute, _ walk: inout Walk
  ) -> Bool {
    guard walk.visited.insert(owner).inserted else {
      walk.stop(.loop(circle(to: owner, walk)))
      return false
    }
    switch owner {
    case .interface(let interface): return forward(throughInterface: interface, in: network, route, &walk)
    case .loadBalancer(let balancer, let frontend):
      guard let backend = backend(of: balancer, frontend, .transit, &walk) else { return false }
      return forward(throughInterface: backend, in: network, route, &walk)
    case .firewall(let index):
      let firewall = estate.azureFirewalls[index]
      return goOn(.firewall, firewall.id, address, firewall.ipConfigurations.lazy.compactMap(\.subnet).first, &walk)
        && passes(firewall: index, &walk)
    case .managedAppliance(let index):
      let appliance = estate.virtualNetworkAppliances[index]
      let subnet = appliance.subnet ?? appliance.ipConfigurations.lazy.compactMap(\.subnet).first
      return goOn(.appliance, appliance.id, address, subnet, &walk)
    case .gateway, .privateEndpoint:
      walk.stop(.nextHopUnowned(route, address))
      return false
    }
  }

  /// A device in a hub whose rules Azimuth doesn't know.
  func unjudged(_ firewall: ResourceID) -> MissingInput {
    MissingInput(
      .property, firewall,
      "whether \(firewall.shortName), which is no Azure Firewall of the snapshot, lets the packet pass",
      command: nil)
  }

  /// The stations between a device's first and second visit.
  func circle(to owner: AddressOwner, _ walk: Walk) -> [ResourceID] {
    let hops = walk.trace.hops
    let start = hops.firstIndex { $0.resource == id(of: owner) } ?? 0
    let devices: Set<Hop.Kind> = [.appliance, .firewall, .loadBalancer, .gateway]
    return hops[start...].filter { devices.contains($0.kind) }.compactMap(\.resource)
  }

  private mutating func forward(
    throughInterface interface: Int, in network: Int, _ route: EffectiveRoute, _ walk: inout Walk
  ) -> Bool {
    let resource = estate.networkInterfaces[interface]
    // A packet addressed to the appliance itself needs no forwarding.
    if resource.ipConfigurations.contains(where: { $0.privateIPAddress == walk.packet.destination }) {
      return deliver(in: network, &walk)
    }
    guard goOn(.appliance, resource.id, resource.privateIPAddress, resource.subnet, &walk) else { return false }
    if filtersStop(.inbound, atInterface: interface, &walk) { return false }
    if let stopped = stopped(interface, &walk), walk.halt(stopped) { return false }
    if !resource.enableIPForwarding, walk.halt(.applianceNotForwarding(route, interface: resource.id)) {
      return false
    }
    walk.assume(
      .guestForwards, resource.id, "the guest behind \(resource.id.name) forwards packets; configuration can't show it")
    if let machine = estate.virtualMachine(ofInterface: interface),
      estate.networkInterfaces(ofMachine: machine).count > 1
    {
      let name = estate.virtualMachines[machine].id.name
      walk.assume(
        .sameInterface, resource.id, "\(name), which has several NICs, sends on by the one at which it received")
    }
    translateSource(at: interface, &walk)
    return !filtersStop(.outbound, atInterface: interface, &walk)
  }

  /// Adds the station and makes its subnet's routes decide next.
  mutating func goOn(
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
}
