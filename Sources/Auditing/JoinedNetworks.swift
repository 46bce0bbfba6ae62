internal import AzureResources
internal import Estate

/// Which networks belong together: joined by peerings or virtual hubs, over any number of them, whatever state these
/// are in. A peering that is broken today was still meant to join.
struct JoinedNetworks: Sendable {
  private var parents: [Int]

  /// - Complexity: O(peerings).
  init(_ estate: Estate) {
    parents = Array(estate.virtualNetworks.indices)
    var networkOfWAN: [ResourceID: Int] = [:]
    for network in estate.virtualNetworks.indices {
      for remote in estate.peers(ofNetwork: network).compactMap(\.remote) { join(network, remote) }
      guard let link = estate.hubLink(ofNetwork: network) else { continue }
      let hub = estate.virtualHubs[link.hub]
      let wan = hub.virtualWAN ?? hub.id
      if let other = networkOfWAN[wan] { join(network, other) } else { networkOfWAN[wan] = network }
    }
  }

  func areJoined(_ first: Int, _ second: Int) -> Bool { root(first) == root(second) }

  private func root(_ network: Int) -> Int {
    var place = network
    while parents[place] != place { place = parents[place] }
    return place
  }

  private mutating func join(_ first: Int, _ second: Int) {
    let (one, two) = (root(first), root(second))
    // The smaller index stays on top, and everything on the way hangs right below it.
    for network in [first, second, one, two] { parents[network] = min(one, two) }
  }
}
