public import AzureResources

/// Where a packet starts.
public struct PathStart: Sendable, Hashable {
  /// An index of `Estate.subnets`.
  public let subnet: Int
  public let resource: ResourceID?

  public init(subnet: Int, resource: ResourceID?) {
    self.subnet = subnet
    self.resource = resource
  }
}
