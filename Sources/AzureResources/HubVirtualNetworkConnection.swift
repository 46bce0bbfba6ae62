public import IPAddressing
internal import JSONReading

/// The connection of a virtual network to a virtual hub.
public struct HubVirtualNetworkConnection: Sendable, Hashable {
  public let id: ResourceID
  public let remoteVirtualNetwork: ResourceID?
  /// Whether the network learns the hub's default route (routing semantics F-006).
  public let enableInternetSecurity: Bool
  public let associatedRouteTable: ResourceID?
  public let propagatedRouteTables: [ResourceID]
  public let propagatedLabels: [String]
  public let staticRoutes: [StaticRoute]

  /// A static route towards an appliance in the connected network.
  public struct StaticRoute: Sendable, Hashable {
    public let name: String
    public let addressPrefixes: [IPPrefix]
    public let nextHopIPAddress: IPAddress?
  }

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    remoteVirtualNetwork = reader.reference("remoteVirtualNetwork")
    enableInternetSecurity = reader.flag("enableInternetSecurity") ?? true
    let routing = properties["routingConfiguration"]
    associatedRouteTable = routing?.reference("associatedRouteTable")
    propagatedRouteTables = routing?["propagatedRouteTables"]?.references("ids") ?? []
    propagatedLabels = routing?["propagatedRouteTables"]?["labels"]?.texts ?? []
    var routes: [StaticRoute] = []
    for route in routing?["vnetRoutes"]?["staticRoutes"]?.elements.map({ $0 }) ?? [] {
      routes.append(
        StaticRoute(
          name: route["name"]?.string ?? "", addressPrefixes: reader.prefixes("addressPrefixes", in: route),
          nextHopIPAddress: reader.address("nextHopIpAddress", in: route)))
    }
    staticRoutes = routes
  }
}
