public import IPAddressing
internal import JSONReading

/// A public address.
public struct PublicIPAddress: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let ipAddress: IPAddress?
  /// `Basic`, `Standard` or `StandardV2`.
  public let sku: String?
  /// The ip configuration that uses it.
  public let ipConfiguration: ResourceID?
  /// The name under which public DNS knows it.
  public let fullyQualifiedName: String?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    ipAddress = reader.address("ipAddress")
    sku = json["sku"]?["name"]?.string
    ipConfiguration = reader.reference("ipConfiguration")
    fullyQualifiedName = json.properties["dnsSettings"]?["fqdn"]?.string
  }
}
