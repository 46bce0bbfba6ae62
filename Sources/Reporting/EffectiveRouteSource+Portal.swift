internal import Routing

extension EffectiveRouteSource {
  /// As the portal's download writes it.
  var portalName: String {
    switch self {
    case .default: "Default"
    case .virtualNetworkGateway: "Virtual network gateway"
    case .user: "User"
    }
  }
}
