/// Why filters that are configured don't apply to a flow, or not all of them.
public enum FilterExemption: String, Sendable, Hashable, CaseIterable {
  /// The platform's own addresses, which only rules with a tag `AzurePlatform...` can block (routing semantics D-027,
  /// D-080, D-081).
  case platformAddress
  /// A subnet whose traffic Azure itself manages, such as a gateway's (D-086).
  case managedSubnet
  /// A private endpoint whose subnet doesn't apply groups to endpoints (D-083).
  case endpointPolicies
  /// What a private endpoint sends, which no group filters (D-083).
  case outboundFromEndpoint

  /// The reason, in a sentence without its full stop.
  public var sentence: String {
    switch self {
    case .platformAddress:
      "the address is Azure's own, which only rules with a service tag AzurePlatform... can block"
    case .managedSubnet: "network security groups don't apply in this subnet"
    case .endpointPolicies:
      "the subnet's privateEndpointNetworkPolicies leave private endpoints out of network security groups"
    case .outboundFromEndpoint: "network security groups don't apply to what a private endpoint sends"
    }
  }
}
