internal import JSONReading

/// A NAT gateway: the way out to the internet of the subnets that name it.
public struct NATGateway: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// `Standard` or `StandardV2`.
  public let sku: String?
  public let publicIPAddresses: [ResourceID]
  public let publicIPPrefixes: [ResourceID]
  /// The subnets, as far as the gateway lists them itself.
  public let subnets: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    sku = json["sku"]?["name"]?.string
    publicIPAddresses = reader.references("publicIpAddresses") + reader.references("publicIpAddressesV6")
    publicIPPrefixes = reader.references("publicIpPrefixes") + reader.references("publicIpPrefixesV6")
    subnets = reader.references("subnets")
  }
}
