public import AzureResources
public import IPAddressing

/// The traffic that a filter judges, as it is on the wire at the NIC: after destination translation inbound, before
/// source translation outbound (routing semantics D-005).
public struct Flow: Sendable, Hashable {
  public let transport: SecurityRuleProtocol
  public let source: IPAddress
  /// nil for any.
  public let sourcePort: UInt16?
  public let destination: IPAddress
  /// nil for any, and for protocols without ports.
  public let destinationPort: UInt16?

  public init(
    _ transport: SecurityRuleProtocol, from source: IPAddress, port sourcePort: UInt16? = nil,
    to destination: IPAddress, port destinationPort: UInt16? = nil
  ) {
    self.transport = transport
    self.source = source
    self.sourcePort = sourcePort
    self.destination = destination
    self.destinationPort = destinationPort
  }
}
