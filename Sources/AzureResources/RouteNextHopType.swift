/// The next hop types that a user route can have.
///
/// - Source: azure-mgmt-network `RouteNextHopType`; routing semantics A.2.
public enum RouteNextHopType: String, Sendable, Hashable, CaseIterable {
  case virtualNetworkGateway = "VirtualNetworkGateway"
  case vnetLocal = "VnetLocal"
  case internet = "Internet"
  case virtualAppliance = "VirtualAppliance"
  case virtualApplianceEcmp = "VirtualApplianceEcmp"
  case none = "None"
}
