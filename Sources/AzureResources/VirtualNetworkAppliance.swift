internal import JSONReading

/// Azure's managed routing appliance.
public struct VirtualNetworkAppliance: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let subnet: ResourceID?
  public let ipConfigurations: [IPConfiguration]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    subnet = reader.reference("subnet")
    ipConfigurations = reader.children("ipConfigurations", type: "ipConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
  }
}
