public import AzureResources
public import IPAddressing
public import JSONDocument

/// A peering of a circuit.
public struct CircuitPeering: Sendable, Hashable {
  public let id: ResourceID
  public let name: String
  /// nil for a type that Azimuth doesn't know.
  public let type: PeeringType?
  /// `Enabled` or `Disabled`; a disabled peering keeps its configuration.
  public let state: String?
  public let provisioningState: String?
  /// 12076 in every cloud seen.
  public let azureASN: UInt32?
  public let peerASN: UInt32?
  /// The peer's ASN as it was written, also where it is masked or no number.
  public let peerASNText: String?
  public let vlanID: Int64?
  public let primaryPeerAddressPrefix: PeerAddressPrefix?
  public let secondaryPeerAddressPrefix: PeerAddressPrefix?
  /// The names of Microsoft's ports; empty texts mean nothing and are nil.
  public let primaryAzurePort: String?
  public let secondaryAzurePort: String?
  /// Whether the record shows a key for MD5. ARM never gives it back: false says nothing.
  public let showsSharedKey: Bool
  /// `Customer` or `Provider`.
  public let lastModifiedBy: String?
  public let gatewayManagerEtag: String?
  public let microsoftPeering: MicrosoftPeeringConfiguration?
  public let ipv6Peering: IPv6PeeringConfiguration?
  public let routeFilter: ResourceID?
  /// Counters as the resource itself holds them.
  public let statistics: PeeringStatistics?
  /// Global Reach, ordered from this circuit.
  public let connections: [GlobalReachConnection]
  /// Global Reach, ordered from the other circuit.
  public let peeredConnections: [GlobalReachConnection]

  /// nil for an element with neither id nor name.
  public init?(_ json: JSONValue, of circuit: ResourceID) {
    let properties = json.armProperties
    let written = json.text("name") ?? properties.text("peeringType")
    guard let id = json.text("id").flatMap({ ResourceID($0) }) ?? written.flatMap({ circuit.child("peerings", $0) })
    else { return nil }
    self.id = id
    name = written ?? String(id.name)
    type = PeeringType(name: properties.text("peeringType") ?? name)
    state = properties.text("state")
    provisioningState = properties.text("provisioningState")
    azureASN = properties.integer("azureASN").flatMap { UInt32(exactly: $0) }
    peerASN = properties.integer("peerASN").flatMap { UInt32(exactly: $0) }
    peerASNText = properties.text("peerASN")
    vlanID = properties.integer("vlanId")
    primaryPeerAddressPrefix = properties.text("primaryPeerAddressPrefix").map { PeerAddressPrefix($0) }
    secondaryPeerAddressPrefix = properties.text("secondaryPeerAddressPrefix").map { PeerAddressPrefix($0) }
    primaryAzurePort = properties.text("primaryAzurePort")
    secondaryAzurePort = properties.text("secondaryAzurePort")
    showsSharedKey = properties.text("sharedKey") != nil
    lastModifiedBy = properties.text("lastModifiedBy")
    gatewayManagerEtag = properties.text("gatewayManagerEtag")
    microsoftPeering = properties["microsoftPeeringConfig"].flatMap { MicrosoftPeeringConfiguration($0) }
    ipv6Peering = properties["ipv6PeeringConfig"].flatMap { IPv6PeeringConfiguration($0) }
    routeFilter = properties.reference("routeFilter") ?? ipv6Peering?.routeFilter
    statistics = properties["stats"].flatMap { PeeringStatistics($0) }
    connections = properties.list("connections").compactMap { GlobalReachConnection($0) }
    peeredConnections = properties.list("peeredConnections").compactMap { GlobalReachConnection($0) }
  }

  /// The network of a path's link.
  public func prefix(_ path: DevicePath, _ family: AddressFamily = .ipv4) -> PeerAddressPrefix? {
    switch (family, path) {
    case (.ipv4, .primary): primaryPeerAddressPrefix
    case (.ipv4, .secondary): secondaryPeerAddressPrefix
    case (.ipv6, .primary): ipv6Peering?.primaryPeerAddressPrefix
    case (.ipv6, .secondary): ipv6Peering?.secondaryPeerAddressPrefix
    }
  }

  /// Microsoft's port of a path.
  public func azurePort(_ path: DevicePath) -> String? { path == .primary ? primaryAzurePort : secondaryAzurePort }

  /// Whether packets may use the peering; an absent state counts as enabled, as older answers leave it out.
  public var isEnabled: Bool { state.map { $0.lowercased() == "enabled" } ?? true }
}
