public import AzureResources
internal import IPAddressing

/// An IPv4 packet as the compiled filters take it: every part of it known.
public struct FilterPacket: Sendable, Hashable {
  /// The addresses as numbers in host order.
  public let source: UInt32
  public let destination: UInt32
  /// 0 for protocols without ports.
  public let sourcePort: UInt16
  public let destinationPort: UInt16
  /// The protocol's position in `SecurityRuleProtocol.allCases`; that of `any` stands for one that no rule names.
  let transport: UInt8

  public init(
    _ transport: SecurityRuleProtocol, from source: UInt32, port sourcePort: UInt16 = 0, to destination: UInt32,
    port destinationPort: UInt16 = 0
  ) {
    self.source = source
    self.destination = destination
    self.sourcePort = sourcePort
    self.destinationPort = destinationPort
    self.transport = Self.code(transport)
  }

  /// nil for a flow that is more than one packet (an open port, any protocol), and for IPv6.
  public init?(_ flow: Flow) {
    guard case .v4(let source) = flow.source, case .v4(let destination) = flow.destination, flow.transport != .any
    else { return nil }
    guard flow.transport.hasPorts else {
      self.init(flow.transport, from: source.bits, to: destination.bits)
      return
    }
    guard let sourcePort = flow.sourcePort, let port = flow.destinationPort else { return nil }
    self.init(flow.transport, from: source.bits, port: sourcePort, to: destination.bits, port: port)
  }

  static func code(_ transport: SecurityRuleProtocol) -> UInt8 {
    switch transport {
    case .tcp: 0
    case .udp: 1
    case .icmp: 2
    case .esp: 3
    case .ah: 4
    case .any: 5
    }
  }

  /// How many protocols there are, and how many of the first have ports.
  static let transportCount = 6
  static let transportsWithPorts: UInt8 = 2
}
