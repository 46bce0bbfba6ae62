public import IPAddressing

/// The packet that a firewall judges: the first of a connection, as it is on the wire at the firewall. Answers need no
/// rule (routing semantics E-045).
public struct FirewallFlow: Sendable, Hashable {
  public enum Transport: String, Sendable, Hashable, CaseIterable {
    case tcp = "TCP"
    case udp = "UDP"
    case icmp = "ICMP"
    /// Any other protocol of IP.
    case other = "other"
  }

  public let source: IPAddress
  public let destination: IPAddress
  /// The destination port; nil where none was asked, and for protocols without ports.
  public let port: UInt16?
  public let transport: Transport
  /// The name that the client asks for, in a Host header or in TLS, in lower case; nil where it is not known.
  public let name: String?

  public init(
    _ transport: Transport, from source: IPAddress, to destination: IPAddress, port: UInt16? = nil,
    name: String? = nil
  ) {
    self.source = source
    self.destination = destination
    self.port = port
    self.transport = transport
    self.name = name?.lowercased()
  }

  /// The same packet with another destination.
  func translated(to address: IPAddress, port: UInt16?) -> FirewallFlow {
    FirewallFlow(transport, from: source, to: address, port: port, name: name)
  }
}
