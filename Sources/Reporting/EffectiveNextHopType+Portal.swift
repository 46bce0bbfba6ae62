internal import Routing

extension EffectiveNextHopType {
  /// As the portal's download writes it.
  ///
  /// - Source: routing semantics B-009; types that the portal was not seen to rename keep Azure's word.
  var portalName: String {
    switch self {
    case .vnetLocal: "Virtual network"
    case .vnetPeering: "VNet peering"
    case .vnetGlobalPeering: "VNet Global Peering"
    case .virtualNetworkGateway: "Virtual network gateway"
    case .virtualAppliance: "Virtual appliance"
    case .serviceEndpoint: "Virtual network service endpoint"
    case .internet, .none, .interfaceEndpoint, .connectedGroup: rawValue
    }
  }
}
