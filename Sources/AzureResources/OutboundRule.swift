internal import JSONReading

/// A rule by which a public load balancer gives its pool a way out to the internet.
public struct OutboundRule: Sendable, Hashable {
  public let id: ResourceID
  public let frontends: [ResourceID]
  public let backendPool: ResourceID?
  /// `Tcp`, `Udp` or `All`, as Azure writes it.
  public let transport: String

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    frontends = reader.references("frontendIPConfigurations")
    backendPool = reader.reference("backendAddressPool")
    transport = json.properties["protocol"]?.string ?? "All"
  }
}
