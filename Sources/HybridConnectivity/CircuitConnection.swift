public import AzureResources
public import JSONDocument

/// A connection between a gateway and a circuit: of a virtual network, or of a virtual hub.
public struct CircuitConnection: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  /// A virtual network gateway, or a virtual hub's ExpressRoute gateway.
  public let gateway: ResourceID?
  public let circuit: ResourceID?
  public let provisioningState: String?
  /// Only an answer for the one connection says it; a list leaves it out (nil), which means nothing.
  public let connectionStatus: String?
  public let routingWeight: Int64?
  /// FastPath.
  public let expressRouteGatewayBypass: Bool?
  public let enablePrivateLinkFastPath: Bool?
  /// Whether the record shows that an authorization was redeemed. Keys aren't read.
  public let showsAuthorizationKey: Bool
  public let ingressBytesTransferred: Int64?
  public let egressBytesTransferred: Int64?

  /// nil for a connection that leads to no circuit.
  public init?(_ json: JSONValue, id: ResourceID) {
    let properties = json.armProperties
    let peering = properties.reference("expressRouteCircuitPeering")
    guard let circuit = properties.reference("peer") ?? peering?.parent ?? peering else { return nil }
    self.id = id
    self.circuit = circuit
    location = json.text("location")
    gateway = properties.reference("virtualNetworkGateway1") ?? (peering == nil ? nil : id.parent)
    provisioningState = properties.text("provisioningState")
    connectionStatus = properties.text("connectionStatus")
    routingWeight = properties.integer("routingWeight")
    expressRouteGatewayBypass = properties.boolean("expressRouteGatewayBypass")
    enablePrivateLinkFastPath = properties.boolean("enablePrivateLinkFastPath")
    showsAuthorizationKey = properties.text("authorizationKey") != nil
    ingressBytesTransferred = properties.integer("ingressBytesTransferred")
    egressBytesTransferred = properties.integer("egressBytesTransferred")
  }
}
