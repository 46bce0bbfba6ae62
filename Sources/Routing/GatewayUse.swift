internal import AzureResources
internal import Estate

/// Which network's gateways a network uses: its own, or a peer's by gateway transit.
///
/// - Source: routing semantics B-061, E-080.
struct GatewayUse {
  private let estate: Estate
  private let network: Int
  /// The network whose gateways and Route Servers count; nil where there are none.
  let provider: Int?
  /// What could not be decided.
  private(set) var missing: [MissingInput] = []

  init(_ estate: Estate, _ network: Int) {
    self.estate = estate
    self.network = network
    if Self.hasGateway(estate, network) {
      provider = network
      return
    }
    var found: Int?
    for link in estate.peers(ofNetwork: network) {
      let peering = estate.virtualNetworks[network].peerings[link.peering]
      guard peering.useRemoteGateways, peering.peeringState ?? .connected == .connected else { continue }
      guard let remote = link.remote else {
        let id = peering.remoteVirtualNetwork ?? peering.id
        missing.append(
          MissingInput(
            .resource, id, "virtual network \(id.shortName), whose gateway this network uses, is not in the snapshot",
            command: "az network vnet show --ids \(id)"))
        continue
      }
      guard Self.allowsTransit(estate, link) else { continue }
      if Self.hasGateway(estate, remote) {
        found = found ?? remote
      } else {
        let id = estate.virtualNetworks[remote].id
        missing.append(
          MissingInput(
            .resource, id,
            "the gateway of \(id.shortName), which this network uses through its peering, is not in the snapshot",
            command: "az network vnet-gateway list -g \(id.resourceGroup ?? "")"))
      }
    }
    provider = found
  }

  /// Routes of peers' gateways that the network doesn't get, because one of the two flags is missing.
  func withheld(providerLayer: (Int) -> RouteLayer) -> [WithheldRoutes] {
    estate.peers(ofNetwork: network).compactMap { link in
      guard let remote = link.remote, Self.hasGateway(estate, remote) else { return nil }
      let peering = estate.virtualNetworks[network].peerings[link.peering]
      let reason = WithholdingReason.noGatewayTransit(
        peering: peering.id, useRemoteGateways: peering.useRemoteGateways,
        allowGatewayTransit: Self.allowsTransit(estate, link))
      return WithheldRoutes(layer: providerLayer(remote), reason: reason)
    }
  }

  private static func hasGateway(_ estate: Estate, _ network: Int) -> Bool {
    !estate.gateways(inNetwork: network).isEmpty || !estate.routeServers(inNetwork: network).isEmpty
  }

  /// Whether the other side offers its gateway. A peering back that the snapshot lacks doesn't.
  private static func allowsTransit(_ estate: Estate, _ link: PeerLink) -> Bool {
    guard let remote = link.remote, let reverse = link.reverse else { return false }
    return estate.virtualNetworks[remote].peerings[reverse].allowGatewayTransit
  }
}
