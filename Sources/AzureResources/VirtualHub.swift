public import IPAddressing
internal import JSONReading

/// A virtual hub of a virtual WAN, or a Route Server, which ARM also keeps as a `virtualHubs` resource.
public struct VirtualHub: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let virtualWAN: ResourceID?
  public let addressPrefix: IPPrefix?
  public let virtualRouterAddresses: [IPAddress]
  public let azureFirewall: ResourceID?
  /// The Route Server's ip configurations, in `RouteServerSubnet`; also children of their own.
  public var ipConfigurations: [IPConfiguration]
  public var bgpConnections: [HubBGPConnection]
  public var virtualNetworkConnections: [HubVirtualNetworkConnection]
  public var routeTables: [HubRouteTable]
  public var routingIntent: RoutingIntent?
  public let allowBranchToBranchTraffic: Bool
  private let hostedSubnet: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    virtualWAN = reader.reference("virtualWan")
    addressPrefix = reader.prefixes("addressPrefix").first
    virtualRouterAddresses = reader.addresses("virtualRouterIps")
    azureFirewall = reader.reference("azureFirewall")
    allowBranchToBranchTraffic = reader.flag("allowBranchToBranchTraffic") ?? false
    ipConfigurations = reader.children("ipConfigurations", type: "ipConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    bgpConnections = reader.children("bgpConnections", type: "bgpConnections") {
      HubBGPConnection($0, id: $1, reader: &$2)
    }
    virtualNetworkConnections = reader.children("virtualNetworkConnections", type: "hubVirtualNetworkConnections") {
      HubVirtualNetworkConnection($0, id: $1, reader: &$2)
    }
    // PowerShell's Route Server names its subnet and its peers otherwise than ARM.
    hostedSubnet = reader.reference("hostedSubnet")
    if bgpConnections.isEmpty {
      bgpConnections = reader.children("peerings", type: "bgpConnections") { HubBGPConnection($0, id: $1, reader: &$2) }
    }
    routeTables = []
    routingIntent = nil
  }

  /// Whether this is a Route Server: it has no virtual WAN (routing semantics A.5).
  public var isRouteServer: Bool { virtualWAN == nil }

  /// The virtual network that a Route Server is in.
  public var routeServerVirtualNetwork: ResourceID? {
    isRouteServer ? ipConfigurations.lazy.compactMap(\.subnet?.parent).first ?? hostedSubnet?.parent : nil
  }
}
