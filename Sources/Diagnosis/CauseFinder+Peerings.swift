internal import AzureResources
internal import Estate
internal import JSONDocument
internal import Remediation

/// The changes that peer two networks.
extension CauseFinder {
  /// Whatever it takes until both sides are there: a side whose other side was deleted has to go first (routing
  /// semantics B-041), and comes back with the flags that it had.
  func peer(_ here: ResourceID?, _ there: ResourceID?) -> [Change] {
    guard let here, let there else { return [] }
    let near = side(here, there)
    let far = side(there, here)
    let stale = [near, far].compactMap { $0 }.filter { $0.peeringState == .disconnected }
    let created = [(here, there, near, far), (there, here, far, near)].compactMap { local, remote, own, other in
      own == nil || own?.peeringState == .disconnected ? create(local, remote, like: own, across: other) : nil
    }
    // The side that uses the other's gateway can only be created once the other side offers it.
    let offering = created.filter { !usesRemoteGateway($0) }
    return stale.map { .delete($0.id) } + offering + created.filter { usesRemoteGateway($0) }
  }

  /// The side of a peering that is left of what joined two networks.
  func lostPeering(_ here: ResourceID?, _ there: ResourceID?) -> (id: ResourceID, state: PeeringState)? {
    guard let here, let there else { return nil }
    for peering in [side(here, there), side(there, here)] {
      if let peering, let state = peering.peeringState, state != .connected { return (peering.id, state) }
    }
    return nil
  }

  private func side(_ local: ResourceID, _ remote: ResourceID) -> VirtualNetworkPeering? {
    estate.virtualNetworkIndex(local).flatMap { network in
      estate.virtualNetworks[network].peerings.first { $0.remoteVirtualNetwork == remote }
    }
  }

  private func create(
    _ local: ResourceID, _ remote: ResourceID, like own: VirtualNetworkPeering?, across other: VirtualNetworkPeering?
  ) -> Change? {
    let id = own?.id ?? local.child("virtualNetworkPeerings", "to-\(remote.name)")
    return id.map { id in
      .put(
        id,
        properties: JSONObject([
          ("remoteVirtualNetwork", Change.reference(remote)),
          ("allowVirtualNetworkAccess", .bool(own?.allowVirtualNetworkAccess ?? true)),
          ("allowForwardedTraffic", .bool(own?.allowForwardedTraffic ?? other?.allowForwardedTraffic ?? true)),
          ("allowGatewayTransit", .bool(own?.allowGatewayTransit ?? other?.useRemoteGateways ?? false)),
          ("useRemoteGateways", .bool(own?.useRemoteGateways ?? false)),
        ]), location: nil)
    }
  }

  private func usesRemoteGateway(_ change: Change) -> Bool {
    if case .put(_, let properties, _) = change { properties["useRemoteGateways"] == true } else { false }
  }
}
