/// A virtual network's connection to a virtual hub.
public struct HubLink: Sendable, Hashable {
  /// Index in `Estate.virtualHubs`.
  public let hub: Int
  /// Index in the hub's `virtualNetworkConnections`.
  public let connection: Int
}
