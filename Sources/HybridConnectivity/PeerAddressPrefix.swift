public import IPAddressing

/// The network of one link between the customer's (or provider's) edge and Microsoft's.
///
/// Of a /30 and of a /126 the first usable address is the customer edge's, the second Microsoft's.
///
/// - Source: the guide; ExpressRoute semantics A.2.2.
public struct PeerAddressPrefix: Sendable, Hashable {
  /// As it was written.
  public let text: String
  /// nil for a text that is no prefix.
  public let prefix: IPPrefix?
  /// Whether the written address is the network's own; false where bits behind the length are set.
  public let isAligned: Bool

  public init(_ text: String) {
    self.text = text
    prefix = try? IPPrefix(text, hostBits: .masked)
    isAligned = (try? IPPrefix(text)) != nil
  }

  /// Whether the network has the size that Azure asks for: /30, or /126 in IPv6.
  public var hasRightLength: Bool { prefix.map { $0.length == $0.family.bitWidth - 2 } ?? false }

  /// The address that the customer's side must have; nil for a network of another size.
  public var customerAddress: IPAddress? { address(1) }

  /// The address of Microsoft's side; nil for a network of another size.
  public var microsoftAddress: IPAddress? { address(2) }

  private func address(_ offset: UInt32) -> IPAddress? {
    guard hasRightLength, let prefix else { return nil }
    switch prefix.firstAddress {
    case .v4(let first): return .v4(IPv4Address(bits: first.bits + offset))
    case .v6(let first): return .v6(IPv6Address(bits: first.bits + UInt128(offset)))
    }
  }
}
