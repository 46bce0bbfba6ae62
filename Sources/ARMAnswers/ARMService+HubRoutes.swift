internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// `POST virtualHubs/{name}/effectiveRoutes`.
extension ARMService {
  /// The kinds of resource that a hub's routes can be asked for (routing semantics F-040).
  private enum HubResourceType: String, CaseIterable {
    case routeTable = "RouteTable"
    case virtualNetworkConnection = "HubVirtualNetworkConnection"
    case expressRouteConnection = "ExpressRouteConnection"
    case vpnConnection = "VpnConnection"
    case p2sConnection = "P2SConnection"
    case expressRouteGateway = "ExpressRouteGateway"
  }

  func hubRoutes(_ id: ResourceID, _ body: JSONValue?) throws(ARMError) -> ARMResponse {
    let locator = ResourceLocator(estate)
    guard let hub = estate.virtualHubIndex(locator.locate(id)) else { throw locator.absence(id) }
    let fields = RequestFields(body)
    let resource = try fields.id("resourceId")
    let name = try fields.text("virtualWanResourceType")
    guard let type = HubResourceType.allCases.first(where: { $0.rawValue.matches(name) }) else {
      let known = HubResourceType.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidFormat("virtualWanResourceType", "'\(name.prefix(200))' is none of \(known)")
    }
    // A gateway, as opposed to its connections, has no routes of its own: Azure answers with an empty list (recorded).
    guard type != .expressRouteGateway else { return ARMResponse(list: []) }
    let table = try routeTable(resource, type, estate.virtualHubs[hub])
    return ARMResponse(list: HubRoutes(estate).routes(ofHub: hub, table: table).map { Self.json($0) })
  }

  /// The table whose routes a resource sees. Branches are all associated with the default table.
  private func routeTable(
    _ resource: ResourceID, _ type: HubResourceType, _ hub: VirtualHub
  ) throws(ARMError) -> ResourceID? {
    switch type {
    case .routeTable:
      guard resource.kind == .hubRouteTable else {
        throw .invalidFormat("resourceId", "\(resource) is no route table of a virtual hub")
      }
      return hub.routeTables.first { $0.id == resource }?.id ?? hub.id.child("hubRouteTables", resource.name)
    case .virtualNetworkConnection:
      let named = hub.virtualNetworkConnections.first { $0.id == resource || $0.id.name.matches(resource.name) }
      guard let named else { throw .resourceNotFound(resource) }
      return named.associatedRouteTable
    case .expressRouteConnection, .vpnConnection, .p2sConnection, .expressRouteGateway: return nil
    }
  }

  /// - Source: recorded answers (keys and their order). The AS path, which only Azure knows, is left out.
  private static func json(_ route: HubRoute) -> JSONValue {
    [
      "addressPrefixes": .array(route.addressPrefixes.map { .string($0.description) }),
      "nextHops": .array(route.nextHops.map { .string($0.text) }),
      "nextHopType": .string(route.nextHopType.rawValue),
      "routeOrigin": .string(route.routeOrigin.text),
    ]
  }
}
