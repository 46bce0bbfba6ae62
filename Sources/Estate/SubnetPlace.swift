/// Where a subnet stands: its network and its position there.
public struct SubnetPlace: Sendable, Hashable {
  /// Index in `Estate.virtualNetworks`.
  public let network: Int
  /// Index in the network's `subnets`.
  public let position: Int
}
