/// Who contributed an effective route, in Azure's words.
public enum EffectiveRouteSource: String, Sendable, Hashable {
  case `default` = "Default"
  case virtualNetworkGateway = "VirtualNetworkGateway"
  case user = "User"

  /// Precedence among routes of one prefix: user before gateway before system (routing semantics B-080).
  var rank: Int {
    switch self {
    case .default: 0
    case .virtualNetworkGateway: 1
    case .user: 2
    }
  }
}
