public import IPAddressing
internal import JSONReading

/// A subnet: the unit that a route table and a filter are attached to.
public struct Subnet: Sendable, Hashable {
  public let id: ResourceID
  public private(set) var addressPrefixes: [IPPrefix]
  public private(set) var routeTable: ResourceID?
  public private(set) var networkSecurityGroup: ResourceID?
  public private(set) var natGateway: ResourceID?
  public private(set) var serviceEndpoints: [ServiceEndpoint]
  /// Whether user routes and filters apply to private endpoints in this subnet; Azure's default is `Disabled`.
  public var privateEndpointNetworkPolicies: PrivateEndpointNetworkPolicies { statedPolicies ?? .disabled }
  /// Whether NICs without a way out of their own get one from the platform; nil where the snapshot doesn't say.
  public private(set) var defaultOutboundAccess: Bool?
  /// The services the subnet is delegated to, such as `Microsoft.Web/serverFarms`.
  public private(set) var delegations: [String]
  /// nil where the snapshot doesn't say.
  private var statedPolicies: PrivateEndpointNetworkPolicies?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    addressPrefixes = reader.prefixes("addressPrefix", "addressPrefixes")
    routeTable = reader.reference("routeTable")
    networkSecurityGroup = reader.reference("networkSecurityGroup")
    natGateway = reader.reference("natGateway")
    serviceEndpoints = properties["serviceEndpoints"]?.elements.compactMap(ServiceEndpoint.init) ?? []
    statedPolicies = reader.choice("privateEndpointNetworkPolicies")
    defaultOutboundAccess = reader.flag("defaultOutboundAccess")
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
    statedPolicies = statedPolicies ?? other.statedPolicies
    if serviceEndpoints.isEmpty { serviceEndpoints = other.serviceEndpoints }
    if addressPrefixes.isEmpty { addressPrefixes = other.addressPrefixes }
    if delegations.isEmpty { delegations = other.delegations }
  }
}
