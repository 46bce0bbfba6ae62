internal import JSONReading

/// An ExpressRoute gateway in a virtual hub.
public struct ExpressRouteGateway: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let virtualHub: ResourceID?
  /// The circuit peerings it is connected to.
  public let circuitPeerings: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    virtualHub = reader.reference("virtualHub")
    circuitPeerings =
      properties["expressRouteConnections"]?.elements
      .compactMap { $0.properties.reference("expressRouteCircuitPeering") } ?? []
  }
}
