public import AzureResources
internal import HybridConnectivity
internal import JSONDocument
internal import JSONReading

/// A connection of a gateway, in full. Keys aren't read.
public struct ConnectionRecord: Sendable {
  public let id: ResourceID
  /// `IPsec`, `Vnet2Vnet`, `ExpressRoute`, `VPNClient`.
  public let type: String?
  /// `Connected`, `NotConnected`, `Connecting`, `Unknown`; nil where the record is from a list, which leaves it out.
  public let status: String?
  public let provisioningState: String?
  public let gateway: ResourceID?
  public let otherGateway: ResourceID?
  public let site: ResourceID?
  public let circuit: ResourceID?
  public let enableBGP: Bool
  public let protocolName: String?
  public let usesPolicyBasedTrafficSelectors: Bool
  /// The IPsec policies in words that can be compared; empty for Azure's default.
  public let policies: [String]
  public let tunnels: [Tunnel]
  public let fastPath: Bool
  let source: SourceRange?

  /// One of a connection's tunnels.
  public struct Tunnel: Sendable, Hashable {
    public let name: String
    public let status: String?
  }

  init(_ json: JSONValue, id: ResourceID, source: SourceRange?) {
    let properties = json.armProperties
    self.id = id
    self.source = source
    type = properties.text("connectionType")
    status = properties.text("connectionStatus")
    provisioningState = properties.text("provisioningState")
    gateway = properties.reference("virtualNetworkGateway1") ?? (id.kind == .connection ? nil : id.parent)
    otherGateway = properties.reference("virtualNetworkGateway2")
    site = properties.reference("localNetworkGateway2") ?? properties.reference("remoteVpnSite")
    circuit = properties.reference("peer") ?? properties.reference("expressRouteCircuitPeering")?.parent
    enableBGP = properties.boolean("enableBgp") ?? false
    protocolName = properties.text("connectionProtocol") ?? properties.text("vpnConnectionProtocolType")
    usesPolicyBasedTrafficSelectors = properties.boolean("usePolicyBasedTrafficSelectors") ?? false
    policies = properties.list("ipsecPolicies").map(Self.words)
    tunnels = properties.list("tunnelConnectionStatus").map {
      Tunnel(name: $0.text("tunnel") ?? "tunnel", status: $0.text("connectionStatus"))
    }
    fastPath = properties.boolean("expressRouteGatewayBypass") ?? false
  }

  /// What it leads to.
  public var destination: ResourceID? { site ?? otherGateway ?? circuit }

  /// Whether it is up; nil where nobody knows: an absent status, and `Unknown`, which lists print.
  public var isConnected: Bool? {
    switch status?.lowercased() {
    case nil, "unknown", "": nil
    case "connected": true
    default: false
    }
  }

  /// A policy in words, the same for two policies that say the same.
  private static func words(_ policy: JSONValue) -> String {
    let algorithms = ["ikeEncryption", "ikeIntegrity", "dhGroup", "ipsecEncryption", "ipsecIntegrity", "pfsGroup"]
      .map { policy.text($0) ?? "?" }.joined(separator: "/")
    let life = policy.integer("saLifeTimeSeconds").map { " \($0) s" } ?? ""
    return algorithms + life
  }
}
