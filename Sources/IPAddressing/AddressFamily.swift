/// The two versions of the Internet Protocol.
public enum AddressFamily: Sendable, Hashable {
  case ipv4
  case ipv6

  /// Bits in an address: 32 or 128.
  @inlinable public var bitWidth: Int {
    switch self {
    case .ipv4: 32
    case .ipv6: 128
    }
  }
}
