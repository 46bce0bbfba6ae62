public import AzureResources

/// The next hop types of effective routes, as Azure prints them; several are outside its documented enumeration.
///
/// - Source: recorded answers; routing semantics B-003.
public enum EffectiveNextHopType: String, Sendable, Hashable, CaseIterable {
  case vnetLocal = "VnetLocal"
  case vnetPeering = "VNetPeering"
  case connectedGroup = "ConnectedGroup"
  case virtualNetworkGateway = "VirtualNetworkGateway"
  case internet = "Internet"
  case none = "None"
  case virtualAppliance = "VirtualAppliance"
  case serviceEndpoint = "VirtualNetworkServiceEndpoint"
  case interfaceEndpoint = "InterfaceEndpoint"
  case vnetGlobalPeering = "VNetGlobalPeering"

  /// How Azure prints a user route's next hop type: several appliances print as one type (B-076).
  public init(_ type: RouteNextHopType) {
    switch type {
    case .virtualNetworkGateway: self = .virtualNetworkGateway
    case .vnetLocal: self = .vnetLocal
    case .internet: self = .internet
    case .virtualAppliance, .virtualApplianceEcmp: self = .virtualAppliance
    case .none: self = .none
    }
  }

  /// Whether a system route of this type is preferred over learned routes even where these are more specific.
  ///
  /// - Source: routing semantics B-083.
  var isPreferredOverLearned: Bool {
    switch self {
    case .vnetLocal, .vnetPeering, .vnetGlobalPeering, .serviceEndpoint: true
    default: false
    }
  }
}
