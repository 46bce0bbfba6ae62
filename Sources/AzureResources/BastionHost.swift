internal import JSONReading

/// A bastion host, from whose subnet people reach machines over RDP and SSH (routing semantics E-090).
public struct BastionHost: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let sku: String?
  public let ipConfigurations: [IPConfiguration]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    sku = json["sku"]?["name"]?.string
    ipConfigurations = reader.children("ipConfigurations", type: "bastionHostIpConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
  }
}
