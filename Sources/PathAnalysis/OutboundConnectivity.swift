public import AzureResources
public import IPAddressing
public import Routing

/// How packets whose route leads to the internet leave: what gives them a public source, and which (routing semantics
/// E-060).
public struct OutboundConnectivity: Sendable, Hashable {
  public enum Method: Sendable, Hashable {
    /// The subnet's NAT gateway, as an index of `Estate.natGateways`.
    case natGateway(Int)
    /// The public address of the sender's own ip configuration.
    case instancePublicIPAddress(ResourceID)
    /// An outbound rule of a public load balancer, an index of `Estate.loadBalancers`.
    case outboundRule(balancer: Int, rule: ResourceID)
    /// A load-balancing rule of a public load balancer, which gives its pool a way out beside the way in.
    case loadBalancingRule(balancer: Int, rule: ResourceID)
    /// An address of Microsoft's that nobody knows before. `isStated`: whether the subnet says that it has this; where
    /// it says nothing Azure's older default holds, which ends for networks made from 31 March 2026 on (E-062).
    case defaultOutboundAccess(isStated: Bool)
    /// There is no way out.
    case none(Reason)
    /// What the snapshot lacks decides.
    case unknown(MissingInput)
  }

  /// Why there is no way out.
  public enum Reason: Sendable, Hashable {
    /// The subnet has `defaultOutboundAccess` off.
    case privateSubnet(ResourceID)
    /// A member of a Standard load balancer's pool has no default outbound access, and no rule of the balancer gives it
    /// another (E-026, E-062).
    case standardPool(ResourceID)
    /// IPv6 has no default outbound access.
    case noPublicIPv6
  }

  /// Why packets of this protocol don't get through all the same.
  public enum Obstacle: Sendable, Hashable {
    /// A NAT gateway of SKU Standard, and load balancers, translate TCP and UDP alone (E-063, E-065).
    case icmpNotTranslated(ResourceID)
    /// The load balancer's rules are for the other protocol.
    case protocolWithoutRule(ResourceID, Packet.Transport)
  }

  /// Whether mail on TCP port 25 leaves (D-082).
  public enum MailAccess: Sendable, Hashable {
    /// It isn't mail to the internet.
    case notMail
    /// The subscription is of a kind that may send.
    case allowed
    /// The platform drops it for most subscriptions, silently; the snapshot doesn't say for this one.
    case unknown(subscription: String?)
  }

  public let method: Method
  /// The public addresses of which packets get one as their source, as far as the snapshot holds them.
  public let addresses: [IPAddress]
  /// Public prefixes of which they may get an address as well.
  public let prefixes: [IPPrefix]
  /// Public addresses and prefixes that the snapshot lacks.
  public let missing: [MissingInput]
  public let obstacle: Obstacle?
  public let mail: MailAccess

  init(
    _ method: Method, addresses: [IPAddress] = [], prefixes: [IPPrefix] = [], missing: [MissingInput] = [],
    obstacle: Obstacle? = nil, mail: MailAccess
  ) {
    self.method = method
    self.addresses = addresses
    self.prefixes = prefixes
    self.missing = missing
    self.obstacle = obstacle
    self.mail = mail
  }
}
