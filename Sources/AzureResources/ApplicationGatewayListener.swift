internal import JSONReading

/// A listener of an application gateway: a port of a front end.
public struct ApplicationGatewayListener: Sendable, Hashable {
  public let id: ResourceID
  public let frontend: ResourceID?
  /// nil where the snapshot doesn't hold the port.
  public let port: UInt16?
  /// `Http`, `Https`, `Tcp` or `Tls`, as Azure writes it.
  public let transport: String?

  init?(_ json: JSONCursor, id: ResourceID, ports: [ResourceID: UInt16], reader: inout ResourceReader) {
    self.id = id
    frontend = reader.reference("frontendIPConfiguration")
    port = reader.reference("frontendPort").flatMap { ports[$0] }
    transport = json.properties["protocol"]?.string
  }
}
