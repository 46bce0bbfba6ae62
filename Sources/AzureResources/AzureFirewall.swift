public import IPAddressing
internal import JSONReading

/// An Azure Firewall, in a virtual network or in a virtual hub.
public struct AzureFirewall: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let ipConfigurations: [IPConfiguration]
  public let virtualHub: ResourceID?
  /// The private address in a virtual hub.
  public let hubPrivateIPAddress: IPAddress?
  public let firewallPolicy: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    ipConfigurations = reader.children("ipConfigurations", type: "azureFirewallIpConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    virtualHub = reader.reference("virtualHub")
    hubPrivateIPAddress = properties["hubIPAddresses"].flatMap { reader.address("privateIPAddress", in: $0) }
    firewallPolicy = reader.reference("firewallPolicy")
  }

  /// The address that user routes name as next hop.
  public var privateIPAddress: IPAddress? {
    ipConfigurations.lazy.compactMap(\.privateIPAddress).first ?? hubPrivateIPAddress
  }
}
