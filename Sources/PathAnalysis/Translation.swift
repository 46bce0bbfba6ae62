public import AzureResources

/// A change of addresses under way: what a device made of a packet. Its answer is changed back there.
public struct Translation: Sendable, Hashable {
  /// The device's resource: a NIC, firewall or load balancer.
  public let device: ResourceID
  public let before: Packet
  public let after: Packet
}
