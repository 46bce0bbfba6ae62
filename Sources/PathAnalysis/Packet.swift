public import IPAddressing

/// What decides a packet's path.
public struct Packet: Sendable, Hashable {
  /// The protocol.
  public enum Transport: String, Sendable, Hashable, CaseIterable {
    case tcp
    case udp
    case icmp
  }

  public let source: IPAddress
  public let destination: IPAddress
  /// nil where no port was asked, and for ICMP.
  public let port: UInt16?
  public let transport: Transport

  public init(source: IPAddress, destination: IPAddress, port: UInt16? = nil, transport: Transport = .tcp) {
    self.source = source
    self.destination = destination
    self.port = port
    self.transport = transport
  }

  /// The answer to it.
  public var reversed: Packet { Packet(source: destination, destination: source, port: nil, transport: transport) }
}
