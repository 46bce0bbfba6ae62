public import AzureResources
internal import HybridConnectivity
public import IPAddressing
internal import JSONDocument
internal import JSONReading

/// A gateway of a virtual network or a virtual hub, in full.
public struct GatewayRecord: Sendable {
  public let id: ResourceID
  public let kind: Kind
  public let location: String?
  public let sku: String?
  public let provisioningState: String?
  /// Of ExpressRoute gateways: `Enabled` or `Disabled`.
  public let adminState: String?
  /// `RouteBased` or `PolicyBased`.
  public let vpnType: String?
  public let activeActive: Bool
  public let enableBGP: Bool
  public let asn: UInt32?
  /// The instances' addresses for BGP: those of the subnet, and those of 169.254.21.0 to 169.254.22.255 that were added.
  public let instanceAddresses: [IPAddress]
  public let customAddresses: [IPAddress]
  public let ipConfigurations: Int
  public let subnet: ResourceID?
  public let virtualHub: ResourceID?
  public let clients: ClientConfiguration?
  /// The connections that a hub's gateway holds itself.
  let nestedConnections: [JSONValue]
  let source: SourceRange?

  /// What a gateway is, and where.
  public enum Kind: Sendable, Hashable {
    case vpn
    case expressRoute
    case hubVPN
    case hubExpressRoute

    public var isExpressRoute: Bool { self == .expressRoute || self == .hubExpressRoute }
    public var isInHub: Bool { self == .hubVPN || self == .hubExpressRoute }

    /// `Vpn` or `ExpressRoute`, as `gatewayType` has it.
    public var typeName: String { isExpressRoute ? "ExpressRoute" : "Vpn" }
  }

  /// nil for a resource that is no gateway.
  init?(_ json: JSONValue, id: ResourceID, source: SourceRange?) {
    let properties = json.armProperties
    switch id.kind {
    case .virtualNetworkGateway:
      switch (properties.text("gatewayType") ?? "Vpn").lowercased() {
      case "expressroute": kind = .expressRoute
      case "vpn": kind = .vpn
      default: return nil
      }
    case .vpnGateway: kind = .hubVPN
    case .expressRouteGateway: kind = .hubExpressRoute
    default: return nil
    }
    self.id = id
    self.source = source
    location = json.text("location")
    sku = json["sku"]?.text("name") ?? properties["sku"]?.text("name")
    provisioningState = properties.text("provisioningState")
    adminState = properties.text("adminState")
    vpnType = properties.text("vpnType")
    activeActive = properties.boolean("activeActive") ?? properties.boolean("active") ?? false
    enableBGP = properties.boolean("enableBgp") ?? false
    let bgp = properties["bgpSettings"] ?? .null
    asn = bgp.integer("asn").flatMap { UInt32(exactly: $0) }
    let entries = bgp.list("bgpPeeringAddresses")
    let listed = (bgp.text("bgpPeeringAddress") ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    let ordinary = entries.flatMap { $0.texts("defaultBgpIpAddresses") }
    instanceAddresses = (ordinary.isEmpty ? listed : ordinary).compactMap { try? IPAddress($0) }
    customAddresses = entries.flatMap { $0.texts("customBgpIpAddresses") }.compactMap { try? IPAddress($0) }
    let configurations = properties.list("ipConfigurations")
    ipConfigurations = configurations.count
    subnet = configurations.lazy.compactMap { $0.armProperties.reference("subnet") }.first
    virtualHub = properties.reference("virtualHub")
    clients = properties["vpnClientConfiguration"].flatMap { ClientConfiguration($0) }
    nestedConnections = properties.list("connections") + properties.list("expressRouteConnections")
  }

  /// The network that the gateway is in; nil for one of a hub.
  public var virtualNetwork: ResourceID? { subnet?.parent }

  /// What its SKU takes; nil for a SKU that isn't known.
  public var limits: GatewaySKU? { sku.flatMap { GatewaySKU.named($0, type: kind.typeName) } }

  /// The gateway's own AS number: 65515 where it doesn't say.
  public var ownASN: UInt32 { asn ?? 65515 }
}
