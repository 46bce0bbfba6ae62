internal import JSONReading

/// A health probe of a load balancer. It comes from 168.63.129.16 (routing semantics E-023).
public struct LoadBalancerProbe: Sendable, Hashable {
  public let id: ResourceID
  /// `Tcp`, `Http` or `Https`, as Azure writes it.
  public let transport: String
  /// The port of the backend; nil where the snapshot doesn't hold it.
  public let port: Int?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    transport = properties["protocol"]?.string ?? "Tcp"
    port = properties["port"]?.integer.flatMap { Int(exactly: $0) }
  }
}
