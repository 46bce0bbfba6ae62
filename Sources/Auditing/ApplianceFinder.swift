internal import AzureResources
internal import Estate
internal import IPAddressing
internal import PathAnalysis

/// Finds what the next hops of user routes are.
///
/// A next hop must be in the sender's network or in one peered with it (routing semantics B-100).
struct ApplianceFinder {
  private let estate: Estate
  private let owners: AddressBook
  private let populated: Set<Int>
  private(set) var appliances: [Appliance] = []

  private struct Key: Hashable {
    let address: IPAddress
    let sender: Int
  }

  /// - Complexity: O(routes + distinct next hops × peers).
  init(_ estate: Estate, _ owners: AddressBook, _ populated: Set<Int>, _ subnetsOfTable: [[Int]]) {
    self.estate = estate
    self.owners = owners
    self.populated = populated
    var keys: [Key] = []
    var uses: [Key: [Appliance.Use]] = [:]
    for (table, subnets) in subnetsOfTable.enumerated() where !subnets.isEmpty {
      let networks = subnets.map { estate.subnets[$0].network }.reduce(into: [Int]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      for (position, route) in estate.routeTables[table].routes.enumerated() {
        guard route.nextHopType == .virtualAppliance || route.nextHopType == .virtualApplianceEcmp else { continue }
        for address in route.nextHopAddresses {
          for network in networks {
            let key = Key(address: address, sender: network)
            if uses[key] == nil { keys.append(key) }
            uses[key, default: []].append(Appliance.Use(table: table, route: position))
          }
        }
      }
    }
    let spaces = NetworkSpaces(estate)
    appliances = keys.map { key in
      Appliance(
        address: key.address, sender: key.sender, place: place(key.address, from: key.sender, spaces),
        uses: uses[key] ?? [])
    }
  }

  private func place(_ address: IPAddress, from sender: Int, _ spaces: NetworkSpaces) -> Appliance.Place {
    if let owner = owners.owner(of: address, inNetwork: sender) { return .owned(owner, network: sender) }
    let network = estate.virtualNetworks[sender]
    var unowned: Int?
    var broken: Int?
    var isUnknown = estate.hubLink(ofNetwork: sender) != nil
    if contains(sender, address) { unowned = sender }
    for link in estate.peers(ofNetwork: sender) {
      let peering = network.peerings[link.peering]
      let isConnected = peering.peeringState ?? .connected == .connected
      guard let remote = link.remote else {
        let space = peering.remoteVirtualNetworkAddressSpace ?? peering.remoteAddressSpace
        if space?.contains(where: { $0.contains(address) }) ?? true { isUnknown = true }
        continue
      }
      guard contains(remote, address) else { continue }
      guard isConnected else {
        broken = owners.owner(of: address, inNetwork: remote) == nil ? broken : remote
        continue
      }
      if let owner = owners.owner(of: address, inNetwork: remote) { return .owned(owner, network: remote) }
      unowned = unowned ?? remote
    }
    if let unowned { return populated.contains(unowned) ? .unowned(network: unowned) : .unknown }
    if let broken { return .behindBrokenPeering(network: broken) }
    if isUnknown { return .unknown }
    return spaces.network(containing: address).map { .notJoined(network: $0) } ?? .unknown
  }

  private func contains(_ network: Int, _ address: IPAddress) -> Bool {
    estate.virtualNetworks[network].addressPrefixes.contains { $0.contains(address) }
  }
}
