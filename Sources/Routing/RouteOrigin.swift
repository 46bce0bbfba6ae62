public import AzureResources

/// The part of the configuration that a route comes from.
public enum RouteOrigin: Sendable, Hashable {
  /// Azure itself.
  case platform
  /// The network's own address space.
  case network(ResourceID)
  case peering(ResourceID)
  /// A network manager's configuration that joins networks without peerings.
  case connectedGroup(ResourceID)
  case gateway(ResourceID)
  case routeServer(ResourceID)
  case virtualHub(ResourceID)
  case serviceEndpoint(String)
  case privateEndpoint(ResourceID)
  /// A route of a route table.
  case userRoute(ResourceID)

  /// The resource to look at, where there is one.
  public var resource: ResourceID? {
    switch self {
    case .platform, .serviceEndpoint: nil
    case .network(let id), .peering(let id), .connectedGroup(let id), .gateway(let id), .routeServer(let id),
      .virtualHub(let id), .privateEndpoint(let id), .userRoute(let id):
      id
    }
  }
}
