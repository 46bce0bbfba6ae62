public import IPAddressing
internal import JSONReading

/// A virtual network with its subnets and peerings.
public struct VirtualNetwork: Sendable, Hashable {
  public let id: ResourceID
  /// The region, as Azure writes it (`eastus`); nil where the snapshot doesn't hold it.
  public let location: String?
  public let addressPrefixes: [IPPrefix]
  public var subnets: [Subnet]
  public var peerings: [VirtualNetworkPeering]
  /// The DNS servers handed to the NICs; empty for Azure's own resolver.
  public let dnsServers: [IPAddress]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    addressPrefixes = reader.addressSpace("addressSpace") ?? []
    dnsServers = json.properties["dhcpOptions"].map { reader.addresses("dnsServers", in: $0) } ?? []
    subnets = reader.children("subnets", type: "subnets") { Subnet($0, id: $1, reader: &$2) }
    peerings = reader.children("virtualNetworkPeerings", type: "virtualNetworkPeerings") {
      VirtualNetworkPeering($0, id: $1, reader: &$2)
    }
  }
}
