public import AzureResources

/// One record on the way from a name to its address.
public struct NameStep: Sendable, Hashable {
  public enum RecordType: String, Sendable, Hashable {
    case address = "A"
    case addressIPv6 = "AAAA"
    case alias = "CNAME"
  }

  /// Who gives the record.
  public enum Origin: String, Sendable, Hashable {
    /// A private DNS zone that is linked to the network.
    case privateZone = "privateDnsZone"
    /// The name of a public address of the snapshot, which public DNS knows.
    case publicAddress = "publicIPAddress"
    /// Azure's public DNS. The snapshot doesn't hold it: it gives this alias for every resource with a private endpoint.
    case publicDNS = "publicDns"
  }

  public let name: String
  public let recordType: RecordType
  /// The address, or the name that follows.
  public let value: String
  public let origin: Origin
  /// The zone or the public address.
  public let resource: ResourceID?
}
