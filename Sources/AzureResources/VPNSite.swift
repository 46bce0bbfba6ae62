public import IPAddressing
internal import JSONReading

/// A branch behind a virtual hub's VPN gateway.
public struct VPNSite: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let addressPrefixes: [IPPrefix]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    addressPrefixes = reader.addressSpace("addressSpace") ?? []
  }
}
