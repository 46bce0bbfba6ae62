internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// The way out to the internet, and the way in from it.
extension Tracer {
  /// The path of a packet that comes from the internet: the platform hands it to whoever holds the public address,
  /// and no route of the estate touches it (routing semantics E-070).
  ///
  /// - Parameters:
  ///   - packet: Its destination is a public address, or the private one of a host that may have a public one.
  ///   - network: The network that a private destination is in, as an index of `Estate.virtualNetworks`.
  ///   - tolerated: Faults that count as repaired.
  ///   - choices: The way to take at each fork, in order; the first one where the list ends.
  /// - Complexity: O(NICs) behind a load balancer, else O(1).
  public mutating func traceFromInternet(
    _ packet: Packet, toNetwork network: Int?, delivery: Delivery = .owner,
    tolerating tolerated: Set<StopReason> = [], choosing choices: [Int] = []
  ) -> Trace {
    var walk = Walk(packet: packet, subnet: 0, delivery: delivery, tolerated: tolerated, choices: choices)
    walk.trace.hops.append(Hop(.internet, address: packet.source))
    if let owner = book.owner(ofPublic: packet.destination) {
      if enter(by: owner, &walk) { follow(&walk) }
    } else if enterService(&walk) {
      return walk.finished
    } else if let network {
      enter(network, &walk)
    } else {
      walk.trace.hops.append(Hop(.internet, address: packet.destination))
    }
    return walk.finished
  }

  mutating func leaveForInternet(_ route: EffectiveRoute, _ table: EffectiveRouteTable, _ walk: inout Walk) -> Bool {
    guard !walk.packet.destination.isPrivate else {
      if route.source == .user {
        walk.stop(.privateDestinationToInternet(route))
      } else {
        walk.stop(.noRoute(table.candidates(for: walk.packet.destination)))
      }
      return false
    }
    guard walk.request != nil || getsOut(&walk) else { return false }
    walk.trace.hops.append(Hop(.internet, address: walk.packet.destination))
    // A public address of the estate itself is reached from outside, whoever asks.
    if let owner = book.owner(ofPublic: walk.packet.destination) {
      if walk.request != nil, let goesOn = translateBack(at: owner, &walk) { return goesOn }
      return walk.request == nil && enter(by: owner, &walk)
    }
    _ = enterService(&walk)
    return false
  }

  /// Arrives at a public address of a service that ends connections itself: an application gateway or bastion host.
  private mutating func enterService(_ walk: inout Walk) -> Bool {
    let id: ResourceID
    let subnet: ResourceID?
    switch entries.entry(at: walk.packet.destination) {
    case .applicationGateway(let index, _):
      id = estate.applicationGateways[index].id
      subnet = estate.applicationGateways[index].subnets.first
    case .bastionHost(let index):
      id = estate.bastionHosts[index].id
      subnet = estate.bastionHosts[index].ipConfigurations.lazy.compactMap(\.subnet).first
    case .natGateway(let index):
      // It lets nothing in (E-070).
      walk.stop(.noPublicAddress(estate.natGateways[index].id))
      return true
    default: return false
    }
    walk.trace.hops.append(Hop(.destination, id, address: walk.packet.destination, subnet: subnet))
    if let index = estate.subnetIndex(subnet) { _ = filtersStop(.inbound, inSubnet: index, &walk) }
    return true
  }

  /// Arrives at what holds the public address. True: the path goes on from there.
  private mutating func enter(by owner: AddressOwner, _ walk: inout Walk) -> Bool {
    switch owner {
    case .interface(let interface):
      let address = walk.packet.destination
      walk.closeWithoutGroup(address, estate, book)
      if let inside = inside(address, interface) {
        walk.translate(walk.packet.to(inside), at: estate.networkInterfaces[interface].id)
      }
      arrive(at: interface, &walk)
    case .loadBalancer(let balancer, let frontend):
      walk.closeWithoutGroup(walk.packet.destination, estate, book)
      guard let backend = backend(of: balancer, frontend, .delivery, &walk) else { return false }
      arrive(at: backend, &walk)
    case .firewall(let index):
      return enter(byFirewall: index, &walk)
    case .managedAppliance, .gateway, .privateEndpoint:
      walk.trace.hops.append(Hop(.destination, id(of: owner), address: walk.packet.destination))
    }
    return false
  }

  /// The private address behind a NIC's public one.
  private func inside(_ address: IPAddress, _ interface: Int) -> IPAddress? {
    estate.networkInterfaces[interface].ipConfigurations.first { configuration in
      estate.publicIPAddressIndex(configuration.publicIPAddress)
        .map { estate.publicIPAddresses[$0].ipAddress == address } ?? false
    }?.privateIPAddress
  }

  /// Arrives at a private address by a public one that leads to it.
  private mutating func enter(_ network: Int, _ walk: inout Walk) {
    let destination = walk.packet.destination
    switch book.owner(of: destination, inNetwork: network) {
    case .interface(let interface): enter(atInterface: interface, &walk)
    case let owner?:
      if let id = id(of: owner) { walk.stop(.noPublicAddress(id)) }
    case nil:
      let subnets = estate.virtualNetworks[network].subnets
      let subnet = subnets.first { $0.addressPrefixes.contains { $0.contains(destination) } }?.id
      guard walk.delivery == .anyAddress else {
        walk.stop(.addressUnowned(destination, network: estate.virtualNetworks[network].id))
        return
      }
      walk.trace.hops.append(Hop(.destination, subnet, address: destination, subnet: subnet))
      walk.assume(.representativeAddress, subnet, "the host that \(destination) stands for has a public address")
    }
  }

  private mutating func enter(atInterface interface: Int, _ walk: inout Walk) {
    let resource = estate.networkInterfaces[interface]
    if let published = resource.ipConfigurations.lazy.compactMap(\.publicIPAddress).first {
      walk.closeWithoutGroup(published, estate)
      arrive(at: interface, &walk)
      return
    }
    guard let entry = entries.balancedEntry(of: interface, for: walk.packet) else {
      if !walk.halt(.noPublicAddress(resource.id)) { arrive(at: interface, &walk) }
      return
    }
    let balancer = estate.loadBalancers[entry.balancer]
    let front = balancer.frontends[entry.frontend]
    walk.trace.hops.append(Hop(.loadBalancer, balancer.id))
    if !entry.leadsToPort {
      let published = estate.publicIPAddressIndex(front.publicIPAddress)
        .flatMap { estate.publicIPAddresses[$0].ipAddress }
      if walk.halt(.loadBalancerWithoutRule(balancer.id, published ?? walk.packet.destination)) { return }
    }
    front.publicIPAddress.map { walk.closeWithoutGroup($0, estate) }
    arrive(at: interface, &walk)
  }
}

extension Tracer.Walk {
  /// Notes that the packet came in by a public address which takes nothing until a group lets it in.
  mutating func closeWithoutGroup(_ address: IPAddress, _ estate: Estate, _ book: AddressBook) {
    guard let index = book.publicAddress(address) else { return }
    closeWithoutGroup(estate.publicIPAddresses[index].id, estate)
  }

  /// Standard addresses are closed without a group, Basic ones open (D-013).
  mutating func closeWithoutGroup(_ id: ResourceID, _ estate: Estate) {
    let sku = estate.publicIPAddressIndex(id).flatMap { estate.publicIPAddresses[$0].sku }
    closedEntry = sku?.lowercased() == "basic" ? nil : id
  }
}
