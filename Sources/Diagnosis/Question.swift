public import PathAnalysis

/// A connection that is asked about.
public struct Question: Sendable, Hashable {
  public let source: EndpointReference
  public let destination: EndpointReference
  /// The destination port; nil where none was asked.
  public let port: UInt16?
  public let transport: Packet.Transport

  public init(
    from source: EndpointReference, to destination: EndpointReference, port: UInt16? = nil,
    transport: Packet.Transport = .tcp
  ) {
    self.source = source
    self.destination = destination
    self.port = port
    self.transport = transport
  }
}
