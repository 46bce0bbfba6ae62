public import IPAddressing

/// What decides a packet's path, as it is on the wire: translations on the way make it another packet.
public struct Packet: Sendable, Hashable {
  /// The protocol.
  public enum Transport: String, Sendable, Hashable, CaseIterable {
    case tcp
    case udp
    case icmp
  }

  /// A port that stands for the one a client takes of its own accord: Windows (49152 to 65535) and Linux (32768 to
  /// 60999) both take it.
  public static let clientPort: UInt16 = 50_000

  public let source: IPAddress
  /// nil where the sender's port is open, and for ICMP.
  public let sourcePort: UInt16?
  public let destination: IPAddress
  /// nil where no port was asked, and for ICMP.
  public let port: UInt16?
  public let transport: Transport

  public init(
    source: IPAddress, sourcePort: UInt16? = nil, destination: IPAddress, port: UInt16? = nil,
    transport: Transport = .tcp
  ) {
    self.source = source
    self.sourcePort = sourcePort
    self.destination = destination
    self.port = port
    self.transport = transport
  }

  /// The answer to it.
  public var reversed: Packet {
    Packet(source: destination, sourcePort: port, destination: source, port: sourcePort, transport: transport)
  }

  /// The packet with another source.
  public func from(_ source: IPAddress, port: UInt16? = nil) -> Packet {
    Packet(
      source: source, sourcePort: port ?? sourcePort, destination: destination, port: self.port, transport: transport)
  }

  /// The packet with another destination.
  public func to(_ destination: IPAddress, port: UInt16? = nil) -> Packet {
    Packet(
      source: source, sourcePort: sourcePort, destination: destination, port: port ?? self.port, transport: transport)
  }
}
