internal import AzureResources
internal import Estate
internal import IPAddressing

/// The routes of a network manager's connected groups: networks that reach each other without peerings.
struct ConnectedGroups {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// One row for each group that the network is in, with the prefixes of the other members; peers are left out, since
  /// their peering has rows of its own (routing semantics B-069a, B-069c).
  func rows(forNetwork index: Int) -> [EffectiveRoute] {
    guard !estate.connectivityConfigurations.isEmpty else { return [] }
    let network = estate.virtualNetworks[index]
    let peered = Set(network.peerings.compactMap(\.remoteVirtualNetwork))
    return estate.connectivityConfigurations.flatMap { configuration in
      configuration.groups.compactMap { group -> EffectiveRoute? in
        guard configuration.isMesh || group.isDirectlyConnected,
          let members = estate.networkGroups.first(where: { $0.id == group.networkGroup })?.members,
          members.contains(network.id)
        else { return nil }
        let others = members.compactMap { estate.virtualNetworkIndex($0) }
          .filter { $0 != index && !peered.contains(estate.virtualNetworks[$0].id) }
          .filter { isReached($0, from: network, configuration.isGlobal || group.isGlobal) }
        let prefixes = others.flatMap { estate.virtualNetworks[$0].addressPrefixes }
        guard !prefixes.isEmpty else { return nil }
        return EffectiveRoute(.default, .connectedGroup, prefixes, origin: .connectedGroup(configuration.id))
      }
    }
  }

  private func isReached(_ other: Int, from network: VirtualNetwork, _ isGlobal: Bool) -> Bool {
    guard !isGlobal, let here = network.location, let there = estate.virtualNetworks[other].location else {
      return true
    }
    return NetworkRoutes.region(here) == NetworkRoutes.region(there)
  }
}
