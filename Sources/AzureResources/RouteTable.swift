internal import JSONReading

/// A route table: the user routes of the subnets it is associated with.
public struct RouteTable: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public var routes: [Route]
  /// Whether routes of gateways and route servers are kept away from the table's subnets.
  public let disableBgpRoutePropagation: Bool
  /// Whether peering routes are kept away from the table's subnets.
  public let disablesPeeringRoutes: Bool
  /// The subnets that Azure lists as associated.
  public let subnets: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    disableBgpRoutePropagation = reader.flag("disableBgpRoutePropagation") ?? false
    disablesPeeringRoutes = properties["disablePeeringRoute"]?.matches("All") ?? false
    subnets = reader.references("subnets")
    routes = reader.children("routes", type: "routes") { Route($0, id: $1, reader: &$2) }
  }
}
