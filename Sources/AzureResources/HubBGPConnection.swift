public import IPAddressing
internal import JSONReading

/// A BGP peer of a Route Server or virtual hub.
public struct HubBGPConnection: Sendable, Hashable {
  public let id: ResourceID
  public let peerASN: Int64?
  public let peerIP: IPAddress?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    peerASN = json.properties["peerAsn"]?.integer
    peerIP = reader.address("peerIp")
  }
}
