public import AzureResources
public import IPAddressing

/// One row of a virtual hub's effective routes.
public struct HubRoute: Sendable, Hashable {
  public let addressPrefixes: [IPPrefix]
  /// In Azure's own words, spaces and all (recorded answers; facts §8).
  public let nextHopType: NextHopType
  public let nextHops: [ResourceID]
  /// The resource that brought the route into the table.
  public let routeOrigin: ResourceID

  public enum NextHopType: String, Sendable, Hashable {
    case virtualNetworkConnection = "Virtual Network Connection"
    case vpnGateway = "VPN_S2S_Gateway"
    case expressRouteGateway = "ExpressRouteGateway"
    case azureFirewall = "Azure Firewall"
    case remoteHub = "Remote Hub"
  }
}
