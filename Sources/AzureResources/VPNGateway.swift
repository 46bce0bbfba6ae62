internal import JSONReading

/// A VPN gateway in a virtual hub, with the sites it is connected to.
public struct VPNGateway: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let virtualHub: ResourceID?
  public let remoteVPNSites: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    virtualHub = reader.reference("virtualHub")
    remoteVPNSites = properties["connections"]?.elements.compactMap { $0.properties.reference("remoteVpnSite") } ?? []
  }
}
