public import AzureResources
public import JSONDocument

/// An ExpressRoute circuit in full, as ARM, `az` and PowerShell print it.
///
/// Words of Azure are kept as they were read: unknown ones never fail (ExpressRoute semantics F.3).
public struct Circuit: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let sku: CircuitSKU?
  /// The state of the last ARM operation, not of the circuit.
  public let provisioningState: String?
  /// `Enabled`, `Disabled`: the portal's "Circuit status".
  public let circuitProvisioningState: String?
  /// `NotProvisioned`, `Provisioning`, `Provisioned`, `Deprovisioning`: the portal's "Provider status".
  public let serviceProviderProvisioningState: String?
  public let serviceProviderNotes: String?
  /// nil for circuits on a port of the customer's own (Direct).
  public let serviceProvider: ServiceProviderProperties?
  /// The port that the circuit is on, for Direct circuits.
  public let expressRoutePort: ResourceID?
  /// The bandwidth of a Direct circuit.
  public let bandwidthInGbps: Double?
  /// The outer tag that Azure gave to the circuit.
  public let stag: Int64?
  /// Names the circuit to the provider and to support; no secret.
  public let serviceKey: String?
  public let allowClassicOperations: Bool?
  public let globalReachEnabled: Bool?
  public let enableDirectPortRateLimit: Bool?
  public let authorizationStatus: String?
  public let gatewayManagerEtag: String?
  public let peerings: [CircuitPeering]
  public let authorizations: [CircuitAuthorization]

  /// Reads a circuit whose children, wherever they came from, are in its lists.
  public init(_ json: JSONValue, id: ResourceID) {
    self.id = id
    let properties = json.armProperties
    location = json.text("location")
    sku = json["sku"].flatMap { $0.members == nil ? nil : CircuitSKU($0) }
    provisioningState = properties.text("provisioningState")
    circuitProvisioningState = properties.text("circuitProvisioningState")
    serviceProviderProvisioningState = properties.text("serviceProviderProvisioningState")
    serviceProviderNotes = properties.text("serviceProviderNotes")
    serviceProvider = properties["serviceProviderProperties"].flatMap {
      $0.members == nil ? nil : ServiceProviderProperties($0)
    }
    expressRoutePort = properties.reference("expressRoutePort")
    bandwidthInGbps = properties.decimal("bandwidthInGbps")
    stag = properties.integer("stag")
    serviceKey = properties.text("serviceKey")
    allowClassicOperations = properties.boolean("allowClassicOperations")
    globalReachEnabled = properties.boolean("globalReachEnabled")
    enableDirectPortRateLimit = properties.boolean("enableDirectPortRateLimit")
    authorizationStatus = properties.text("authorizationStatus")
    gatewayManagerEtag = properties.text("gatewayManagerEtag")
    peerings = properties.list("peerings").compactMap { CircuitPeering($0, of: id) }
    authorizations = properties.list("authorizations").compactMap { CircuitAuthorization($0, of: id) }
  }

  /// Whether the circuit is on a port of the customer's own, without a provider.
  public var isDirect: Bool { expressRoutePort != nil }

  /// The bandwidth in Mbps, whichever way it was ordered; nil where the circuit doesn't say.
  public var bandwidthInMbps: Int64? {
    if let ordered = serviceProvider?.bandwidthInMbps { return ordered }
    guard let bandwidthInGbps, bandwidthInGbps > 0 else { return nil }
    return Int64(bandwidthInGbps * 1000)
  }

  /// The peering of this type; nil where the circuit has none.
  public func peering(_ type: PeeringType) -> CircuitPeering? { peerings.first { $0.type == type } }
}
