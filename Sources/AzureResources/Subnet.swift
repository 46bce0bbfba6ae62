public import IPAddressing
internal import JSONReading

/// A subnet: the unit that a route table and a filter are attached to.
public struct Subnet: Sendable, Hashable {
  public let id: ResourceID
  public let addressPrefixes: [IPPrefix]
  public private(set) var routeTable: ResourceID?
  public private(set) var networkSecurityGroup: ResourceID?
  public private(set) var natGateway: ResourceID?
  public private(set) var serviceEndpoints: [ServiceEndpoint]
  /// Whether user routes and filters apply to private endpoints in this subnet; Azure's default is `Disabled`.
  public let privateEndpointNetworkPolicies: PrivateEndpointNetworkPolicies
  /// Whether NICs without a way out of their own get one from the platform; nil where the snapshot doesn't say.
  public private(set) var defaultOutboundAccess: Bool?
  /// The services the subnet is delegated to, such as `Microsoft.Web/serverFarms`.
  public let delegations: [String]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    addressPrefixes = reader.prefixes("addressPrefix", "addressPrefixes")
    routeTable = properties.reference("routeTable")
    networkSecurityGroup = properties.reference("networkSecurityGroup")
    natGateway = properties.reference("natGateway")
    serviceEndpoints = properties["serviceEndpoints"]?.elements.compactMap(ServiceEndpoint.init) ?? []
    privateEndpointNetworkPolicies = reader.choice("privateEndpointNetworkPolicies") ?? .disabled
    defaultOutboundAccess = properties["defaultOutboundAccess"]?.bool
    delegations =
      properties["delegations"]?.elements.compactMap { $0.properties["serviceName"]?.string } ?? []
  }

  /// Takes over what another copy of the same subnet says and this one leaves open. Resource Graph nests subnets in
  /// their network with fewer properties than a GET of the subnet shows.
  package mutating func fill(from other: Subnet) {
    routeTable = routeTable ?? other.routeTable
    networkSecurityGroup = networkSecurityGroup ?? other.networkSecurityGroup
    natGateway = natGateway ?? other.natGateway
    defaultOutboundAccess = defaultOutboundAccess ?? other.defaultOutboundAccess
    if serviceEndpoints.isEmpty { serviceEndpoints = other.serviceEndpoints }
  }
}
