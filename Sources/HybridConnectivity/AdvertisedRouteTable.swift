package import JSONDocument

/// What a gateway announces to one BGP peer (`getAdvertisedRoutes?peer=`).
public struct AdvertisedRouteTable: TableContent, Hashable {
  public let routes: [GatewayRoute]

  package init?(_ answer: JSONValue) {
    guard let rows = answer.rows ?? answer.roleRows else { return nil }
    routes = rows.compactMap { GatewayRoute($0) }
    guard routes.count == rows.count else { return nil }
  }
}
