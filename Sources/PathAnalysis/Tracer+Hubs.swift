internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// Ways through virtual hubs.
extension Tracer {
  /// Through a virtual hub into a network that is connected to it or to another hub of its WAN, or out to a site.
  mutating func leaveByHub(_ id: ResourceID, from network: Int, _ walk: inout Walk) -> Bool {
    let destination = walk.packet.destination
    guard let hub = estate.virtualHubIndex(id) else {
      walk.trace.hops.append(Hop(.virtualHub, id))
      walk.lose(
        MissingInput(
          .resource, id, "virtual hub \(id.shortName) is not in the snapshot",
          command: "az network vhub show --ids \(id)"))
      return false
    }
    guard pass(hub, &walk) else { return false }
    if let (target, remote) = place(of: destination, behind: hub, besides: network) {
      if remote != hub, !pass(remote, &walk) { return false }
      return deliver(in: target, &walk)
    }
    let isSite = estate.vpnGateways.contains { gateway in
      gateway.virtualHub == id
        && estate.vpnSites.contains { site in
          gateway.remoteVPNSites.contains(site.id) && site.addressPrefixes.contains { $0.contains(destination) }
        }
    }
    guard isSite || !destination.isPrivate else {
      walk.lose(
        MissingInput(
          .learnedRoutes, id, "what virtual hub \(id.shortName) knows of \(destination)",
          command: "az network vhub get-effective-routes --ids \(id) --resource-type RouteTable"))
      return false
    }
    walk.trace.hops.append(Hop(isSite ? .onPremises : .internet, address: destination))
    walk.assume(
      .onPremisesRoutes, id, "routes behind hub \(id.name) lead to \(destination) and back to \(walk.packet.source)")
    return false
  }

  /// Adds a hub, and the device that its routing intent sends the packet through. False: the path ends there.
  private mutating func pass(_ hub: Int, _ walk: inout Walk) -> Bool {
    let resource = estate.virtualHubs[hub]
    walk.trace.hops.append(Hop(.virtualHub, resource.id))
    let intent = resource.routingIntent
    guard let device = walk.packet.destination.isPrivate ? intent?.privateTraffic : intent?.internet else {
      return true
    }
    walk.trace.hops.append(Hop(.firewall, device))
    if let firewall = book.firewall(device) { return passes(firewall: firewall, &walk) }
    walk.leaveOpen(unjudged(device))
    return true
  }

  /// The network with an address among those that are connected to the hub, then among those of the WAN's other hubs.
  private func place(
    of address: IPAddress, behind hub: Int, besides sender: Int
  ) -> (network: Int, hub: Int)? {
    let wan = estate.virtualHubs[hub].virtualWAN
    let found = estate.virtualNetworks(containing: address).compactMap { candidate -> (network: Int, hub: Int)? in
      guard candidate != sender, let link = estate.hubLink(ofNetwork: candidate),
        link.hub == hub || estate.virtualHubs[link.hub].virtualWAN == wan
      else { return nil }
      return (candidate, link.hub)
    }
    return found.first { $0.hub == hub } ?? found.first
  }
}
