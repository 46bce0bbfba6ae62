public import AzureResources
public import FirewallRules
public import IPAddressing
public import Routing

/// Why a packet goes no further.
public enum StopReason: Sendable, Hashable {
  /// A user route with next hop `None`.
  case droppedByUserRoute(EffectiveRoute)
  /// Only a platform route to nowhere is left, or none at all. The candidates say which routes would have led on.
  case noRoute([RouteCandidate])
  /// A private destination leaves for the internet, where it can't be delivered.
  case privateDestinationToInternet(EffectiveRoute)
  /// The next hop's address belongs to nothing in the networks that can be reached directly.
  case nextHopUnowned(EffectiveRoute, IPAddress)
  /// The next hop's address belongs to something in a network that isn't reached directly (B-100).
  case nextHopNotReachable(EffectiveRoute, IPAddress, owner: ResourceID)
  /// The next hop's NIC drops what isn't addressed to it (E-001).
  case applianceNotForwarding(EffectiveRoute?, interface: ResourceID)
  case loop([ResourceID])
  /// The destination's network has nothing at the address.
  case addressUnowned(IPAddress, network: ResourceID)
  /// A user route leads to a gateway, and there is none.
  case noGateway(EffectiveRoute)
  /// The front end has no rule for the port.
  case loadBalancerWithoutRule(ResourceID, IPAddress)
  /// The rule's pool has no NIC in it.
  case loadBalancerWithoutBackend(ResourceID, IPAddress)
  case peeringAccessDenied(ResourceID)
  case forwardedTrafficDenied(ResourceID)
  /// The gateway knows no way to the destination.
  case gatewayLacksPrefix(ResourceID, IPAddress)
  case connectionNotConnected(ResourceID, status: String)
  case machineStopped(ResourceID, PowerState)
  /// The peering joins named subnets only, and the sender's isn't one of them (B-047).
  case subnetNotPeered(peering: ResourceID, subnet: ResourceID)
  /// Several networks that are joined have the destination's address (B-069b).
  case overlap(IPAddress, [ResourceID])
  /// The only backend of a front end is the sender itself (E-024).
  case loadBalancerToItself(ResourceID, IPAddress)
  /// The internet can't address it: it has no public address, and no public front end leads to it (E-070).
  case noPublicAddress(ResourceID)
  /// Filters let the packet not pass (D-001).
  case filtered(FilterPassage)
  /// A firewall's rule denies it, or no rule allows it (E-040).
  case firewallDenies(ResourceID, FirewallRulePath?, Packet)
  /// No NAT rule of the firewall sends it on (E-047).
  case noTranslationRule(ResourceID, Packet)
  /// The route leads to the internet, and nothing gives the packet a public source (E-060).
  case noOutbound(ResourceID, OutboundConnectivity.Reason)
  /// What gives others a public source doesn't for this protocol (E-063, E-065).
  case notTranslated(ResourceID, OutboundConnectivity.Obstacle)
  /// Every backend's filters deny the health probe, so that the front end hands nothing on (E-023).
  case probesDenied(ResourceID, FilterPassage)
  /// A private endpoint carries TCP alone.
  case notCarried(byEndpoint: ResourceID, Packet.Transport)

  /// Whether the path would go on, were this one fault repaired, so that what lies behind it can be looked at too.
  public var canBePassed: Bool {
    switch self {
    case .applianceNotForwarding, .loadBalancerWithoutRule, .peeringAccessDenied, .forwardedTrafficDenied,
      .connectionNotConnected, .machineStopped, .subnetNotPeered, .noPublicAddress, .filtered,
      .firewallDenies, .noOutbound, .notTranslated, .probesDenied:
      true
    default: false
    }
  }
}
