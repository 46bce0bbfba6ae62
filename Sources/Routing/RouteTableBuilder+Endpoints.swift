internal import AzureResources
internal import Estate

extension RouteTableBuilder {
  /// The private endpoints of a network and its peers whose routes are missing, since their addresses are.
  func unknownEndpoints(_ network: Int) -> [MissingInput] {
    guard !endpointsWithoutAddress.isEmpty else { return [] }
    let peers = estate.peers(ofNetwork: network).filter { link in
      estate.virtualNetworks[network].peerings[link.peering].peeringState ?? .connected == .connected
    }
    return ([network] + peers.compactMap(\.remote)).flatMap { endpointsWithoutAddress[$0] ?? [] }.map { endpoint in
      MissingInput(
        .resource, endpoint, "the address of private endpoint \(endpoint.shortName): its NIC is not in the snapshot",
        command: "az network private-endpoint show --ids \(endpoint)")
    }
  }

  /// - Complexity: O(private endpoints).
  static func endpointsWithoutAddress(_ estate: Estate) -> [Int: [ResourceID]] {
    guard !estate.privateEndpoints.isEmpty else { return [:] }
    let known = estate.virtualNetworks.indices.flatMap {
      estate.privateEndpointAddresses(inNetwork: $0).map(\.endpoint)
    }
    let addressed = Set(known)
    var found: [Int: [ResourceID]] = [:]
    for endpoint in estate.privateEndpoints where !addressed.contains(endpoint.id) {
      guard let network = estate.virtualNetworkIndex(endpoint.subnet?.parent) else { continue }
      found[network, default: []].append(endpoint.id)
    }
    return found
  }
}
