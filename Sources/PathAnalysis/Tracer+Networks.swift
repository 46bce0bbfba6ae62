internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Delivery within a network, and crossing into another one.
extension Tracer {
  /// Hands the packet to whatever owns the destination in the network.
  func deliver(in network: Int, _ walk: inout Walk) -> Bool {
    let destination = walk.packet.destination
    let resource = estate.virtualNetworks[network]
    guard let owner = book.owner(of: destination, inNetwork: network) else {
      let subnet = resource.subnets.first { $0.addressPrefixes.contains { $0.contains(destination) } }
      if walk.delivery == .anyAddress, let subnet {
        walk.trace.hops.append(Hop(.destination, subnet.id, address: destination, subnet: subnet.id))
      } else {
        walk.stop(.addressUnowned(destination, network: resource.id))
      }
      return false
    }
    switch owner {
    case .interface(let interface): arrive(at: interface, &walk)
    case .loadBalancer(let balancer, let frontend):
      guard let backend = backend(of: balancer, frontend, &walk) else { return false }
      arrive(at: backend, &walk)
    case .privateEndpoint(let endpoint):
      walk.trace.hops.append(Hop(.privateEndpoint, endpoint.endpoint, address: destination))
    case .firewall(let firewall):
      walk.trace.hops.append(Hop(.destination, estate.azureFirewalls[firewall].id, address: destination))
    case .managedAppliance(let appliance):
      walk.trace.hops.append(Hop(.destination, estate.virtualNetworkAppliances[appliance].id, address: destination))
    case .gateway(let gateway):
      walk.trace.hops.append(Hop(.destination, estate.virtualNetworkGateways[gateway].id, address: destination))
    }
    return false
  }

  private func arrive(at interface: Int, _ walk: inout Walk) {
    let resource = estate.networkInterfaces[interface]
    walk.trace.hops.append(
      Hop(.destination, resource.id, address: resource.privateIPAddress, subnet: resource.subnet))
    if let stopped = stopped(interface, &walk) { walk.stop(stopped) }
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
  func cross(_ route: EffectiveRoute, from network: Int, _ walk: inout Walk) -> Bool {
    if case .virtualHub(let hub) = route.origin {
      walk.trace.hops.append(Hop(.virtualHub, hub, address: walk.packet.destination))
      return false
    }
    if case .connectedGroup(let configuration) = route.origin {
      walk.trace.hops.append(Hop(.connectedGroup, configuration))
      guard let remote = member(of: route, besides: network, walk.packet.destination) else {
        walk.stop(.addressUnowned(walk.packet.destination, network: configuration))
        return false
      }
      return deliver(in: remote, &walk)
    }
    let links = estate.peers(ofNetwork: network)
    let peerings = estate.virtualNetworks[network].peerings
    guard let link = links.first(where: { peerings[$0.peering].id == route.origin.resource }) else { return false }
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

  /// Goes through a peering, unless one of its sides keeps the packet back (B-044, E-006).
  func pass(_ link: PeerLink, from network: Int, _ walk: inout Walk) -> Bool {
    let local = estate.virtualNetworks[network]
    let peering = local.peerings[link.peering]
    walk.trace.hops.append(Hop(.peering, peering.id))
    if peering.peeringState == nil {
      walk.assume(
        .peeringConnected, peering.id, "peering \(peering.id.name) is connected; the snapshot doesn't hold its state")
    }
    let reverse = link.remote.flatMap { remote in link.reverse.map { estate.virtualNetworks[remote].peerings[$0] } }
    for side in [peering, reverse].compactMap({ $0 }) where !side.allowVirtualNetworkAccess {
      walk.stop(.peeringAccessDenied(side.id))
      return false
    }
    let isForwarded = !local.addressPrefixes.contains { $0.contains(walk.packet.source) }
    if isForwarded, let reverse, !reverse.allowForwardedTraffic {
      walk.stop(.forwardedTrafficDenied(reverse.id))
      return false
    }
    return true
  }

  private func member(of route: EffectiveRoute, besides network: Int, _ address: IPAddress) -> Int? {
    estate.virtualNetworks.indices.first { candidate in
      candidate != network
        && estate.virtualNetworks[candidate].addressPrefixes.contains {
          $0.contains(address) && route.addressPrefixes.contains($0)
        }
    }
  }
}
