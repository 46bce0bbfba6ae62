internal import AzureResources
internal import Routing

extension RouteOrigin {
  /// Where a route comes from, in a few words.
  var text: String {
    switch self {
    case .platform: "Azure"
    case .network(let id): "address space of \(id.name)"
    case .peering(let id): "peering \(id.name)"
    case .connectedGroup(let id): "connected group \(id.name)"
    case .gateway(let id): "gateway \(id.name)"
    case .routeServer(let id): "Route Server \(id.name)"
    case .virtualHub(let id): "virtual hub \(id.name)"
    case .serviceEndpoint(let service): "service endpoint \(service)"
    case .privateEndpoint(let id): "private endpoint \(id.name)"
    case .userRoute(let id): "\(id.name) in \(id.parent?.name ?? "route table")"
    }
  }
}
