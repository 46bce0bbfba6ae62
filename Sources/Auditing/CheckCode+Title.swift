public import Findings

/// What the codes of an audit's checks stand for.
extension CheckCode {
  /// The fault in a few words, as its page is headed; the code itself where no audit finds it.
  public var title: String {
    switch self {
    case .userRouteDrops: "A user route drops the traffic"
    case .nextHopUnowned: "Nothing has the next hop's address"
    case .nextHopNotReachable: "The next hop is not directly reachable"
    case .applianceNotForwarding: "The appliance's NIC doesn't forward"
    case .routingLoop: "The packet goes round"
    case .noGateway: "There is no gateway to send to"
    case .loadBalancerCannotForward: "The load balancer can't pass the packet on"
    case .peeringNotConnected: "The peering is not connected"
    case .peeringNotSynchronised: "The peering is not synchronised"
    case .propagationDisabled: "The route table keeps gateway routes away"
    case .noGatewayTransit: "Gateway transit is not on"
    case .peeringAccessDenied: "The peering denies access"
    case .forwardedTrafficDenied: "The peering refuses forwarded traffic"
    case .asymmetricReturn: "The answer takes another way"
    case .routeTableNotAssociated: "The route table is associated with no subnet"
    case .applianceBypassed: "The appliance is bypassed"
    case .overlappingAddressSpaces: "Address spaces overlap"
    case .routeMissing: "The route table lacks a route that its like have"
    case .gatewaySubnetPropagationDisabled: "Propagation is off on GatewaySubnet"
    case .gatewaySubnetDefaultRoute: "GatewaySubnet has a default route"
    case .routeTableFull: "The route table is full"
    case .ruleNeverMatches: "The rule never matches"
    case .ruleWithoutMembers: "The rule's application security group is empty"
    case .probeDenied: "Health probes are denied"
    case .everythingAllowed: "Everything is allowed in"
    case .managementPortOpen: "Remote administration is open to the internet"
    case .gatewaySubnetFiltered: "GatewaySubnet has a network security group"
    case .securityGroupUnused: "The network security group is attached to nothing"
    case .connectionNotConnected: "The connection is not connected"
    case .siteNotConnected: "The site has no connection"
    case .gatewayWithoutConnection: "The gateway has no connection"
    case .circuitNotProvisioned: "The circuit is not provisioned"
    case .circuitPeeringNotEnabled: "The circuit has no working private peering"
    case .bgpSettingsInconsistent: "The BGP settings don't fit together"
    case .endpointNotApproved: "The private endpoint is not approved"
    case .subnetPrefixInvalid: "The subnet's prefix is wrong"
    case .addressUsedTwice: "Two have one address"
    case .backendPoolEmpty: "The load balancer's pool is empty"
    case .noOutbound: "Nothing gives a way out to the internet"
    case .natGatewayUnused: "The NAT gateway has nothing to do"
    case .publicAddressUnused: "The public address is attached to nothing"
    case .interfaceUnattached: "The NIC is attached to nothing"
    case .snapshotInconsistent: "The snapshot contradicts itself"
    default: rawValue
    }
  }
}
