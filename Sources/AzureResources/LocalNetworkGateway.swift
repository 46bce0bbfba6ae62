public import IPAddressing
internal import JSONReading

/// What Azure knows of a site behind a VPN connection.
public struct LocalNetworkGateway: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let addressPrefixes: [IPPrefix]
  public let gatewayIPAddress: IPAddress?
  public let bgpPeeringAddress: IPAddress?
  public let asn: Int64?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    addressPrefixes = reader.addressSpace("localNetworkAddressSpace") ?? []
    gatewayIPAddress = reader.address("gatewayIpAddress")
    bgpPeeringAddress = properties["bgpSettings"].flatMap { reader.address("bgpPeeringAddress", in: $0) }
    asn = properties["bgpSettings"]?["asn"]?.integer
  }
}
