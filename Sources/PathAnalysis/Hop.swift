public import AzureResources
public import FirewallRules
public import IPAddressing
public import Routing

/// One station of a packet's path.
public struct Hop: Sendable, Hashable {
  /// What kind of station it is.
  public enum Kind: String, Sendable, Hashable {
    case source
    case peering
    case connectedGroup
    case appliance
    case loadBalancer
    case firewall
    case gateway
    case virtualHub
    case onPremises
    case internet
    case serviceEndpoint
    case privateEndpoint
    /// The machine's own host, which answers at the platform's addresses.
    case platform
    case destination
  }

  public let kind: Kind
  /// The station's resource; nil for what isn't one, such as the internet.
  public let resource: ResourceID?
  public let address: IPAddress?
  /// The subnet whose routes decide at this station; nil where none do.
  public let subnet: ResourceID?
  /// The route that the station sends the packet on by.
  public internal(set) var route: EffectiveRoute?
  /// What the filters at the station did with the packet, in the order in which they were asked.
  public internal(set) var filters: [FilterPassage] = []
  /// What a firewall at the station decided; nil where none judged the packet, as for the answer to one that passed.
  public internal(set) var decision: FirewallDecision?

  init(
    _ kind: Kind, _ resource: ResourceID? = nil, address: IPAddress? = nil, subnet: ResourceID? = nil,
    route: EffectiveRoute? = nil
  ) {
    self.kind = kind
    self.resource = resource
    self.address = address
    self.subnet = subnet
    self.route = route
  }
}
