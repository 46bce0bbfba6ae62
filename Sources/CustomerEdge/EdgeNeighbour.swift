public import IPAddressing

/// A row of a router's ARP or neighbour table.
public struct EdgeNeighbour: Sendable, Hashable {
  public let address: IPAddress
  /// nil where nobody answered.
  public let hardwareAddress: HardwareAddress?
  public let interface: String?
}
