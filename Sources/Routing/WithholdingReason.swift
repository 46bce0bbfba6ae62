public import AzureResources

/// Why a table doesn't get routes that exist.
public enum WithholdingReason: Sendable, Hashable {
  /// The subnet's route table has `disableBgpRoutePropagation`.
  case propagationDisabled(routeTable: ResourceID)
  /// The subnet's route table has `disablePeeringRoute`.
  case peeringRoutesDisabled(routeTable: ResourceID)
  /// The peering isn't connected.
  case peeringNotConnected(ResourceID, PeeringState)
  /// The remote network has this prefix, but the peering was last synchronised without it.
  case peeringNotSynchronised(ResourceID)
  /// A gateway in the peer's network that this network doesn't use: one of the two flags is missing.
  case noGatewayTransit(peering: ResourceID, useRemoteGateways: Bool, allowGatewayTransit: Bool)

  /// The reason in a sentence, without a full stop.
  public var sentence: String {
    switch self {
    case .propagationDisabled(let table):
      "route table \(table.name) keeps the routes of gateways away (disableBgpRoutePropagation)"
    case .peeringRoutesDisabled(let table):
      "route table \(table.name) keeps the routes of peerings away (disablePeeringRoute)"
    case .peeringNotConnected(let peering, let state):
      "peering \(peering.name) is \(state.rawValue): it brings no routes"
    case .peeringNotSynchronised(let peering):
      "peering \(peering.name) was last synchronised before the remote network got the prefix"
    case .noGatewayTransit(let peering, let uses, let allows):
      "a gateway behind peering \(peering.name) has it, but "
        + [uses ? nil : "this side lacks useRemoteGateways", allows ? nil : "the other side lacks allowGatewayTransit"]
        .compactMap { $0 }.joined(separator: " and ")
    }
  }
}
