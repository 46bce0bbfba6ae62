/// The name in a private DNS zone that a service's public name stands for.
public struct PrivateName: Sendable, Hashable {
  public let cloud: AzureCloud
  /// The public suffix that the name ends in, such as `blob.core.windows.net`: what a DNS server has to forward.
  public let publicSuffix: String
  /// The alias that public DNS gives where a connection is approved, such as `shop.privatelink.blob.core.windows.net`.
  public let name: String
  /// The private DNS zone that should hold the record.
  public let zone: String
  /// The types of resource that have such names.
  public let resourceTypes: [String]
}
