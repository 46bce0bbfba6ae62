public import AzureResources
public import IPAddressing
public import Routing

/// Every route of one NIC or subnet that contains an address.
public struct ExplanationEntry: Sendable {
  /// The NIC or subnet.
  public let id: ResourceID
  /// The winner first.
  public let candidates: [RouteCandidate]
  /// User routes that may or may not take the traffic: their service tags' prefixes are unknown.
  public let undecided: [EffectiveRoute]
  let disableBgpRoutePropagation: Bool

  /// The explanation of where `table` sends packets for `address`.
  public init(_ id: ResourceID, _ table: EffectiveRouteTable, of address: IPAddress) {
    self.id = id
    candidates = table.candidates(for: address)
    undecided = table.undecidedRoutes(to: address)
    disableBgpRoutePropagation = table.disableBgpRoutePropagation
  }
}
