public import AzureResources
public import IPAddressing

/// Where a load balancer's front end sends a packet.
public enum BalancerTarget: Sendable, Hashable {
  /// A load-balancing rule: any of the pool's NICs, as indexes of `Estate.networkInterfaces`.
  case pool(rule: ResourceID, interfaces: [Int], Delivery)
  /// An inbound NAT rule for one backend; nil where the snapshot lacks it.
  case backend(rule: ResourceID, interface: Int?, address: IPAddress?, Delivery)
  /// An inbound NAT rule for a pool: a port of the front end stands for one of these, and the configuration doesn't say
  /// which.
  case oneOf(rule: ResourceID, interfaces: [Int], Delivery)
  /// No rule takes it.
  case none

  /// How the packet arrives: with floating IP as it came, else at the backend's own address and port (D-006).
  public struct Delivery: Sendable, Hashable {
    /// nil where no port was asked, and for rules of all ports.
    public let port: UInt16?
    public let keepsDestination: Bool
  }
}
