internal import AzureResources
internal import Estate
internal import IPAddressing

/// The system routes that a network gives to all its subnets.
struct NetworkRoutes {
  private let estate: Estate
  private let index: Int
  private var network: VirtualNetwork { estate.virtualNetworks[index] }

  init(_ estate: Estate, _ index: Int) {
    self.estate = estate
    self.index = index
  }

  /// The rows: own prefixes, peers, connected groups, private endpoints of the network and its direct peers.
  ///
  /// - Source: routing semantics B-010, B-040, B-047, B-051, B-065, B-069a.
  func rows(withPeerings: Bool) -> [EffectiveRoute] {
    var rows = network.addressPrefixes.map {
      EffectiveRoute(.default, .vnetLocal, [$0], origin: .network(network.id))
    }
    if withPeerings {
      for link in estate.peers(ofNetwork: index) where isConnected(link) { rows += peeringRows(link) }
      rows += hubRow()
    }
    rows += ConnectedGroups(estate).rows(forNetwork: index)
    for place in [index] + connectedPeers {
      rows += estate.privateEndpointAddresses(inNetwork: place).map { endpoint in
        EffectiveRoute(
          .default, .interfaceEndpoint, [IPPrefix(host: endpoint.address)], origin: .privateEndpoint(endpoint.endpoint))
      }
    }
    return rows
  }

  /// Routes that peerings would bring but don't: not connected, or not synchronised.
  func withheld() -> [WithheldRoutes] {
    estate.peers(ofNetwork: index).flatMap { link -> [WithheldRoutes] in
      let peering = network.peerings[link.peering]
      if let state = peering.peeringState, state != .connected {
        let rows = peeringRows(link)
        return rows.isEmpty
          ? [] : [WithheldRoutes(layer: RouteLayer(rows), reason: .peeringNotConnected(peering.id, state))]
      }
      let fresh = newPrefixes(link).map {
        EffectiveRoute(.default, type(link), [$0], origin: .peering(peering.id))
      }
      return fresh.isEmpty
        ? [] : [WithheldRoutes(layer: RouteLayer(fresh), reason: .peeringNotSynchronised(peering.id))]
    }
  }

  private var connectedPeers: [Int] {
    estate.peers(ofNetwork: index).filter { isConnected($0) }.compactMap(\.remote)
  }

  /// A peering without a state, as in a declared estate, counts as connected.
  private func isConnected(_ link: PeerLink) -> Bool {
    network.peerings[link.peering].peeringState ?? .connected == .connected
  }

  private func peeringRows(_ link: PeerLink) -> [EffectiveRoute] {
    let peering = network.peerings[link.peering]
    return prefixes(link).map { EffectiveRoute(.default, type(link), [$0], origin: .peering(peering.id)) }
  }

  /// The remote prefixes as the peering holds them: these are programmed, not the remote network's present ones
  /// (B-046). A peering of subnets has those of the remote subnets (B-047).
  private func prefixes(_ link: PeerLink) -> [IPPrefix] {
    let found = Self.remotePrefixes(estate, index, link) ?? []
    return network.peerings[link.peering].enableOnlyIPv6Peering ? found.filter { $0.family == .ipv6 } : found
  }

  /// What a peering reaches; nil where the snapshot doesn't tell.
  static func remotePrefixes(_ estate: Estate, _ network: Int, _ link: PeerLink) -> [IPPrefix]? {
    let peering = estate.virtualNetworks[network].peerings[link.peering]
    let remote = link.remote.map { estate.virtualNetworks[$0] }
    let held = peering.remoteAddressSpace ?? peering.remoteVirtualNetworkAddressSpace
    guard !peering.peerCompleteVnets else { return held ?? remote?.addressPrefixes }
    let names = Set(peering.remoteSubnetNames.map { $0.lowercased() })
    let named = remote?.subnets.filter { names.contains($0.id.name.lowercased()) } ?? []
    // Without all of the subnets the peering's own list is nearer; the whole network's space would be too much.
    guard !names.isEmpty, named.count == names.count else { return peering.remoteAddressSpace }
    return named.flatMap(\.addressPrefixes)
  }

  private func newPrefixes(_ link: PeerLink) -> [IPPrefix] {
    let peering = network.peerings[link.peering]
    guard peering.peerCompleteVnets, let programmed = peering.remoteAddressSpace else { return [] }
    let present =
      link.remote.map { estate.virtualNetworks[$0].addressPrefixes } ?? peering.remoteVirtualNetworkAddressSpace ?? []
    return present.filter { !programmed.contains($0) }
  }

  /// Peers in another region have a type of their own; a network whose region is unknown counts as of this one.
  private func type(_ link: PeerLink) -> EffectiveNextHopType {
    guard let remote = link.remote, let here = network.location, let there = estate.virtualNetworks[remote].location
    else { return .vnetPeering }
    return Self.region(here) == Self.region(there) ? .vnetPeering : .vnetGlobalPeering
  }

  static func region(_ location: String) -> String { location.filter { $0 != " " }.lowercased() }

  /// A virtual hub's own address space shows as a peering.
  private func hubRow() -> [EffectiveRoute] {
    guard let link = estate.hubLink(ofNetwork: index) else { return [] }
    let hub = estate.virtualHubs[link.hub]
    return hub.addressPrefix.map {
      [EffectiveRoute(.default, .vnetPeering, [$0], origin: .virtualHub(hub.id))]
    } ?? []
  }
}
