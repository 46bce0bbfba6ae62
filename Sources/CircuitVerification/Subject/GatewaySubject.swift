internal import AzureResources
internal import Estate
internal import ExpressRouteFacts
internal import HybridConnectivity
internal import IPAddressing
internal import JSONDocument

/// A gateway that is connected to the circuit.
struct GatewaySubject {
  let id: ResourceID
  /// Whether the snapshot has it.
  let isKnown: Bool
  let type: String?
  let skuName: String?
  /// Scale units, for ErGwScale.
  let units: Int?
  /// The address space that the circuit gets from it: the network's own, and that of spokes that use the gateway.
  let addressSpace: [IPPrefix]
  let learned: ObservedTable<LearnedRouteTable>
  let peers: ObservedTable<BGPPeerStatus>
  let observations: GatewayObservations

  init(_ estate: Estate, _ id: ResourceID, _ observations: GatewayObservations, newest: Timestamp?) {
    self.id = id
    self.observations = observations
    let index = estate.virtualNetworkGatewayIndex(id)
    let json = estate.json(id)
    isKnown = json != nil
    let properties = json?.armProperties
    type = index.map { estate.virtualNetworkGateways[$0].gatewayType.rawValue }
    // `sku` stands beside `properties` in some recordings and below it in ARM.
    let sku = properties?["sku"] ?? json?["sku"]
    skuName = sku?.text("name")
    units = skuName?.lowercased() == "ergwscale" ? sku?.integer("capacity").map { Int($0) } : nil
    learned = ObservedTable(observations.learnedRoutes, newest: newest)
    peers = ObservedTable(observations.bgpPeerStatus, newest: newest)
    let network = index.flatMap { estate.virtualNetworkGateways[$0].virtualNetwork }
    addressSpace = estate.virtualNetworkIndex(network).map { Self.space(estate, $0) } ?? []
  }

  var sku: GatewaySKU? { skuName.flatMap { GatewaySKU.named($0) } }

  /// Whether it is a gateway for ExpressRoute; nil where the snapshot lacks it.
  var isExpressRoute: Bool? { type.map { $0 == "ExpressRoute" } }

  private static func space(_ estate: Estate, _ network: Int) -> [IPPrefix] {
    let own = estate.virtualNetworks[network]
    var space = own.addressPrefixes
    for link in estate.peers(ofNetwork: network) {
      guard let remote = link.remote, let reverse = link.reverse, own.peerings[link.peering].allowGatewayTransit else {
        continue
      }
      let spoke = estate.virtualNetworks[remote]
      if spoke.peerings[reverse].useRemoteGateways { space += spoke.addressPrefixes }
    }
    return space
  }
}
