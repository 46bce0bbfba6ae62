public import IPAddressing
internal import JSONReading

/// A route table of a virtual hub.
public struct HubRouteTable: Sendable, Hashable {
  public let id: ResourceID
  public let labels: [String]
  public let routes: [StaticRoute]

  /// A static route towards a connection or a firewall.
  public struct StaticRoute: Sendable, Hashable {
    public let name: String
    public let destinations: [IPPrefix]
    public let nextHop: ResourceID?
  }

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    labels = json.properties["labels"]?.texts ?? []
    var found: [StaticRoute] = []
    for route in json.properties["routes"]?.elements.map({ $0 }) ?? [] {
      guard route["destinationType"]?.matches("CIDR") ?? true else {
        reader.note("destinationType", "only CIDR destinations of hub routes are read")
        continue
      }
      found.append(
        StaticRoute(
          name: route["name"]?.string ?? "", destinations: reader.prefixes("destinations", in: route),
          nextHop: route["nextHop"].flatMap { ResourceID(utf8: $0.utf8) }))
    }
    routes = found
  }
}
