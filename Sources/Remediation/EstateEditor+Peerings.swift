internal import AzureResources
internal import Estate
internal import JSONDocument

/// What Azure does of itself when one side of a peering changes: each side's state follows from both.
extension EstateEditor {
  /// A side that was created is `Connected` where the other side waits for it, and `Initiated` else. The other side of
  /// one that was deleted waits for nobody: it has to be deleted too before it can be connected again (routing
  /// semantics A-023).
  mutating func join(_ id: ResourceID) -> Bool {
    guard id.kind == .virtualNetworkPeering else { return true }
    guard let other = otherSide(of: id), state(other) == "initiated" || state(other) == "connected" else {
      return modify(id) { $0.setProperty("peeringState", "Initiated") }
    }
    for side in [id, other] {
      guard modify(side, { $0.setProperty("peeringState", "Connected") }), synchronise(side) else { return false }
    }
    return true
  }

  /// Leaves the other side of a peering that goes.
  mutating func part(_ id: ResourceID) {
    guard id.kind == .virtualNetworkPeering, let other = otherSide(of: id), state(other) != "initiated" else { return }
    _ = modify(other) { $0.setProperty("peeringState", "Disconnected") }
  }

  /// Both views of the remote network's address space become what it has now.
  mutating func synchronise(_ id: ResourceID) -> Bool {
    guard let remote = remoteNetwork(of: id), let space = statement(remote)?.property("addressSpace") else {
      return false
    }
    return modify(id) { peering in
      for name in ["remoteAddressSpace", "peeredRemoteAddressSpace", "remoteVirtualNetworkAddressSpace"]
      where peering.property(name) != nil || name == "remoteAddressSpace" {
        peering.setProperty(name, space)
      }
      peering.setProperty("peeringSyncLevel", "FullyInSync")
    }
  }

  private func remoteNetwork(of peering: ResourceID) -> ResourceID? {
    let remote = statement(peering)?.property("remoteVirtualNetwork")
    return (remote?["id"] ?? remote)?.text.flatMap { ResourceID($0) }
  }

  /// The remote network's peering back.
  private func otherSide(of peering: ResourceID) -> ResourceID? {
    guard let local = peering.parent, let remote = remoteNetwork(of: peering), let network = statement(remote) else {
      return nil
    }
    let nested = network.children("virtualNetworkPeerings").compactMap { child in
      child["id"]?.text.flatMap { ResourceID($0) }
        ?? child["name"]?.text.flatMap { remote.child("virtualNetworkPeerings", $0) }
    }
    let known = estate.virtualNetworkIndex(remote).map { estate.virtualNetworks[$0].peerings.map(\.id) } ?? []
    return (nested + known).first { remoteNetwork(of: $0) == local }
  }

  private func state(_ peering: ResourceID) -> String? {
    statement(peering)?.property("peeringState")?.text?.lowercased()
  }
}
