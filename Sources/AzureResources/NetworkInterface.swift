public import IPAddressing
internal import JSONReading

/// A NIC, of a virtual machine, a scale set's instance or a private endpoint.
public struct NetworkInterface: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let ipConfigurations: [IPConfiguration]
  public let virtualMachine: ResourceID?
  public let privateEndpoint: ResourceID?
  public let networkSecurityGroup: ResourceID?
  public let enableIPForwarding: Bool
  /// Whether it is its machine's primary NIC; nil where the snapshot doesn't say.
  public let primary: Bool?
  /// Whether Azure itself wrote this: a NIC read from Azure and attached to nothing lacks `virtualMachine`, but so
  /// does one that somebody declared.
  public let isReadFromAzure: Bool

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    ipConfigurations = reader.children("ipConfigurations", type: "ipConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    virtualMachine = reader.reference("virtualMachine")
    privateEndpoint = reader.reference("privateEndpoint")
    networkSecurityGroup = reader.reference("networkSecurityGroup")
    enableIPForwarding = reader.flag("enableIPForwarding") ?? false
    primary = reader.flag("primary")
    isReadFromAzure = properties["provisioningState"] != nil || properties["resourceGuid"] != nil
  }

  /// The subnet of the NIC: all its ip configurations are in one (routing semantics A-010).
  public var subnet: ResourceID? { ipConfigurations.lazy.compactMap(\.subnet).first }

  /// The primary private address, or the first one.
  public var privateIPAddress: IPAddress? {
    let addressed = ipConfigurations.filter { $0.privateIPAddress != nil }
    return (addressed.first { $0.primary } ?? addressed.first)?.privateIPAddress
  }
}
