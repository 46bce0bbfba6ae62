/// A subnet's `privateEndpointNetworkPolicies`.
///
/// - Source: routing semantics A-015.
public enum PrivateEndpointNetworkPolicies: String, Sendable, Hashable, CaseIterable {
  case disabled = "Disabled"
  case enabled = "Enabled"
  case networkSecurityGroupEnabled = "NetworkSecurityGroupEnabled"
  case routeTableEnabled = "RouteTableEnabled"

  /// Whether user routes shorter than the endpoint's own /32 may override it.
  public var appliesToRoutes: Bool { self == .enabled || self == .routeTableEnabled }

  /// Whether network security groups apply to the endpoints (routing semantics D-083).
  public var appliesToGroups: Bool { self == .enabled || self == .networkSecurityGroupEnabled }
}
