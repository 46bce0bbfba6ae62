public import IPAddressing

/// An address and a port.
public struct SocketAddress: Sendable, Hashable {
  public let address: IPAddress
  public let port: Int

  public init(_ address: IPAddress, port: Int) {
    self.address = address
    self.port = port
  }
}

extension SocketAddress: CustomStringConvertible {
  /// `10.0.0.4:53`, `[fd00::4]:53`.
  public var description: String {
    address.family == .ipv6 ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}
