package import JSONDocument

/// What a gateway learned (`getLearnedRoutes`): its own networks, and those of its BGP peers.
public struct LearnedRouteTable: TableContent, Hashable {
  public let routes: [GatewayRoute]

  package init?(_ answer: JSONValue) {
    guard let rows = answer.rows ?? answer.roleRows else { return nil }
    routes = rows.compactMap { GatewayRoute($0) }
    guard routes.count == rows.count else { return nil }
  }
}

extension JSONValue {
  /// The rows of a Route Server's answer, which has a list for each of its instances (facts §8).
  package var roleRows: [JSONValue]? {
    guard let members, !members.members.isEmpty,
      members.members.allSatisfy({ $0.key.lowercased().hasPrefix("routeservicerole") })
    else { return nil }
    return members.members.flatMap { $0.value.elements ?? [] }
  }
}
