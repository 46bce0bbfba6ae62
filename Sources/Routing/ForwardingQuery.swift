public import IPAddressing

/// A question to a `ForwardingIndex`: from which NIC, to which address.
@frozen public struct ForwardingQuery: Sendable, Hashable {
  /// An index of `Estate.networkInterfaces`.
  public var interface: UInt32
  public var address: IPv4Address

  @inlinable public init(interface: UInt32, address: IPv4Address) {
    self.interface = interface
    self.address = address
  }
}
