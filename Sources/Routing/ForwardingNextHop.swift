public import IPAddressing

/// Where a packet goes next, as many routes of many tables have it in common.
public struct ForwardingNextHop: Sendable, Hashable {
  public let type: EffectiveNextHopType
  /// Where the packet is handed to; several for equal-cost paths; empty where Azure prints none.
  public let addresses: [IPAddress]
  /// Who contributes the route. A user route is one of the route table that the asking table names.
  public let source: EffectiveRouteSource

  init(_ route: EffectiveRoute) {
    type = route.nextHopType
    addresses = route.nextHopAddresses
    source = route.source
  }
}
