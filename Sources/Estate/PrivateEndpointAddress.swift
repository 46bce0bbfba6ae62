public import AzureResources
public import IPAddressing

/// An address of a private endpoint.
public struct PrivateEndpointAddress: Sendable, Hashable {
  public let address: IPAddress
  /// The endpoint, or its NIC where the snapshot lacks the endpoint.
  public let endpoint: ResourceID
  /// Index of its subnet in `Estate.subnets`.
  public let subnet: Int
}
