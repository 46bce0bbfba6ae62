internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Delivery within a network, and crossing into another one.
extension Tracer {
  /// Hands the packet to whatever owns the destination in the network.
  mutating func deliver(in network: Int, _ walk: inout Walk) -> Bool {
    let destination = walk.packet.destination
    guard let owner = book.owner(of: destination, inNetwork: network) else {
      deliverUnowned(in: network, &walk)
      return false
    }
    if let goesOn = translateBack(at: owner, &walk) { return goesOn }
    switch owner {
    case .interface(let interface): arrive(at: interface, &walk)
    case .loadBalancer(let balancer, let frontend):
      guard let backend = backend(of: balancer, frontend, .delivery, &walk) else { return false }
      arrive(at: backend, &walk)
    case .privateEndpoint(let endpoint):
      arrive(atEndpoint: endpoint.endpoint, &walk)
    case .firewall, .managedAppliance, .gateway:
      walk.trace.hops.append(Hop(.destination, id(of: owner), address: destination))
    }
    return false
  }

  /// Arrives at a private endpoint, which takes TCP and neither UDP nor a ping (private link semantics, part C).
  ///
  /// - Parameter endpoint: nil where the snapshot doesn't say whose the address is.
  mutating func arrive(atEndpoint endpoint: ResourceID?, _ walk: inout Walk) {
    walk.trace.hops.append(Hop(.privateEndpoint, endpoint, address: walk.packet.destination))
    guard let endpoint, !filtersStop(atEndpoint: endpoint, &walk), walk.packet.transport != .tcp else { return }
    walk.stop(.notCarried(byEndpoint: endpoint, walk.packet.transport))
  }

  private mutating func deliverUnowned(in network: Int, _ walk: inout Walk) {
    let destination = walk.packet.destination
    let resource = estate.virtualNetworks[network]
    let subnet = resource.subnets.first { $0.addressPrefixes.contains { $0.contains(destination) } }
    if walk.delivery == .anyAddress, let subnet {
      walk.trace.hops.append(Hop(.destination, subnet.id, address: destination, subnet: subnet.id))
      if let index = estate.subnetIndex(subnet.id) { _ = filtersStop(.inbound, inSubnet: index, &walk) }
    } else if let other = unmodelledOwner(of: destination, inNetwork: network) {
      walk.trace.hops.append(Hop(.destination, other, address: destination, subnet: subnet?.id))
    } else if let hidden = hiddenOwner(of: destination, in: subnet) {
      walk.lose(hidden)
    } else {
      walk.stop(.addressUnowned(destination, network: resource.id))
    }
  }

  /// Why an address may have an owner that the snapshot doesn't show: no NICs were collected at all, or the subnet is
  /// delegated to a service, whose own NICs Azure shows to nobody. nil where it would show.
  func hiddenOwner(of address: IPAddress, in subnet: Subnet?) -> MissingInput? {
    if estate.networkInterfaces.isEmpty {
      return MissingInput(
        .resource, nil, "what has the address \(address): the snapshot holds no NICs", command: "az network nic list")
    }
    guard let subnet, let service = subnet.delegations.first else { return nil }
    return MissingInput(
      .property, subnet.id,
      "what has the address \(address): subnet \(subnet.id.name) is delegated to \(service), whose NICs Azure hides",
      command: nil)
  }

  mutating func arrive(at interface: Int, _ walk: inout Walk) {
    let resource = estate.networkInterfaces[interface]
    let own = resource.ipConfigurations.contains { $0.privateIPAddress == walk.packet.destination }
    walk.trace.hops.append(
      Hop(
        .destination, resource.id, address: own ? walk.packet.destination : resource.privateIPAddress,
        subnet: resource.subnet))
    guard !filtersStop(.inbound, atInterface: interface, &walk) else { return }
    if let stopped = stopped(interface, &walk) { _ = walk.halt(stopped) }
  }

  /// Why the machine behind a NIC takes nothing; nil where it runs, or counts as running.
  func stopped(_ interface: Int, _ walk: inout Walk) -> StopReason? {
    guard machines == .asRecorded, let machine = estate.virtualMachine(ofInterface: interface) else { return nil }
    let resource = estate.virtualMachines[machine]
    guard let state = resource.powerState else {
      walk.assume(.machineRuns, resource.id, "\(resource.id.name) runs; the snapshot doesn't hold its power state")
      return nil
    }
    return state == .running || state == .starting ? nil : .machineStopped(resource.id, state)
  }

  /// Crosses a peering, or into a member of a connected group.
  mutating func cross(_ route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> Bool {
    if case .virtualHub(let hub) = route.origin {
      walk.trace.hops.append(Hop(.virtualHub, hub, address: walk.packet.destination))
      return false
    }
    if case .connectedGroup(let configuration) = route.origin {
      return crossGroup(configuration, route, from: network, &walk)
    }
    let links = estate.peers(ofNetwork: network)
    let peerings = estate.virtualNetworks[network].peerings
    // A hub has hundreds of peerings: their hashes are compared, and ids only where these agree.
    let named = route.origin.resource
    let hash = named?.folded
    guard
      let link = links.first(where: { peerings[$0.peering].id.folded == hash && peerings[$0.peering].id == named })
    else {
      walk.lose(unexplained(route))
      return false
    }
    guard pass(link, from: network, &walk) else { return false }
    guard let remote = link.remote else {
      let id = peerings[link.peering].remoteVirtualNetwork ?? peerings[link.peering].id
      walk.lose(
        MissingInput(
          .resource, id, "virtual network \(id.shortName), which the path enters, is not in the snapshot",
          command: "az network vnet show --ids \(id)"))
      return false
    }
    return deliver(in: remote, &walk)
  }

  /// Members reach each other, except at addresses that several of them have (B-069b).
  private mutating func crossGroup(
    _ configuration: ResourceID, _ route: EffectiveRoute, from network: Int, _ walk: inout Walk
  ) -> Bool {
    let destination = walk.packet.destination
    walk.trace.hops.append(Hop(.connectedGroup, configuration))
    let group = companions(of: network, in: configuration)
    let members = estate.virtualNetworks(containing: destination).filter { candidate in
      candidate != network && group.contains(estate.virtualNetworks[candidate].id)
        && estate.virtualNetworks[candidate].addressPrefixes.contains {
          $0.contains(destination) && route.addressPrefixes.contains($0)
        }
    }
    guard let member = members.first else {
      walk.stop(.addressUnowned(destination, network: configuration))
      return false
    }
    guard members.count == 1 else {
      walk.stop(.overlap(destination, members.map { estate.virtualNetworks[$0].id }))
      return false
    }
    return deliver(in: member, &walk)
  }

  /// The networks that a configuration puts into one group with a network.
  private func companions(of network: Int, in configuration: ResourceID) -> Set<ResourceID> {
    let own = estate.virtualNetworks[network].id
    let groups = estate.connectivityConfigurations.filter { $0.id == configuration }.flatMap(\.groups)
    let listed = groups.compactMap { group in estate.networkGroups.first { $0.id == group.networkGroup }?.members }
    return Set(listed.filter { $0.contains(own) }.joined())
  }

  /// Goes through a peering, unless one of its sides keeps the packet back (B-044, B-047, E-006).
  func pass(_ link: PeerLink, from network: Int, _ walk: inout Walk) -> Bool {
    let local = estate.virtualNetworks[network]
    let peering = local.peerings[link.peering]
    let isForwarded = isForwarded(walk, from: local)
    walk.trace.hops.append(Hop(.peering, peering.id))
    if peering.peeringState == nil {
      walk.assume(
        .peeringConnected, peering.id, "peering \(peering.id.name) is connected; the snapshot doesn't hold its state")
    }
    let subnet = estate.subnet(walk.subnet).id
    if !peering.peerCompleteVnets, !peering.localSubnetNames.isEmpty,
      !peering.localSubnetNames.contains(where: { $0.lowercased() == subnet.name.lowercased() }),
      walk.halt(.subnetNotPeered(peering: peering.id, subnet: subnet))
    {
      return false
    }
    let reverse = link.remote.flatMap { remote in link.reverse.map { estate.virtualNetworks[remote].peerings[$0] } }
    for side in [peering, reverse].compactMap({ $0 }) where !side.allowVirtualNetworkAccess {
      if walk.halt(.peeringAccessDenied(side.id)) { return false }
    }
    if isForwarded, let reverse, !reverse.allowForwardedTraffic, walk.halt(.forwardedTrafficDenied(reverse.id)) {
      return false
    }
    return true
  }

  /// Whether an appliance sends on what came from outside its network. What a gateway brings isn't forwarded in this
  /// sense: gateway transit has flags of its own (E-007).
  private func isForwarded(_ walk: Walk, from local: VirtualNetwork) -> Bool {
    guard !local.addressPrefixes.contains(where: { $0.contains(walk.packet.source) }) else { return false }
    switch walk.trace.hops.last(where: { $0.kind != .peering })?.kind {
    case .appliance, .firewall, .loadBalancer: return true
    default: return false
    }
  }

  /// A route whose origin the snapshot doesn't explain: nothing is known of where it leads.
  func unexplained(_ route: EffectiveRoute) -> MissingInput {
    let prefix = route.addressPrefixes.first.map { "\($0)" } ?? ""
    return MissingInput(
      .property, route.origin.resource, "where the route to \(prefix) leads: the snapshot doesn't tell", command: nil)
  }
}
