public import AzureResources

/// Routes that exist but that a table doesn't get, kept so that an explanation can name them.
struct WithheldRoutes: Sendable {
  let layer: RouteLayer
  let reason: WithholdingReason
}

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
}
