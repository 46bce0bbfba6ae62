internal import JSONReading

/// An ExpressRoute circuit.
public struct ExpressRouteCircuit: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let circuitProvisioningState: String?
  public let serviceProviderProvisioningState: String?
  public let peerings: [ExpressRoutePeering]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    circuitProvisioningState = properties["circuitProvisioningState"]?.string
    serviceProviderProvisioningState = properties["serviceProviderProvisioningState"]?.string
    peerings = reader.children("peerings", type: "peerings") { ExpressRoutePeering($0, id: $1, reader: &$2) }
  }
}
