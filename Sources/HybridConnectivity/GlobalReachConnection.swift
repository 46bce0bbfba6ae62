public import AzureResources
internal import JSONDocument

/// A connection of one circuit's private peering to another's (Global Reach).
public struct GlobalReachConnection: Sendable, Hashable {
  public let id: ResourceID?
  public let name: String?
  public let provisioningState: String?
  /// The peering that the connection belongs to.
  public let expressRouteCircuitPeering: ResourceID?
  /// The peering at its other end.
  public let peerExpressRouteCircuitPeering: ResourceID?
  /// A /29 for both links.
  public let addressPrefix: PeerAddressPrefix?
  /// A /125 for both links.
  public let ipv6AddressPrefix: PeerAddressPrefix?
  /// `Connected`, `Connecting` or `Disconnected`.
  public let circuitConnectionStatus: String?
  public let ipv6CircuitConnectionStatus: String?

  /// nil where the value is no object.
  init?(_ json: JSONValue) {
    guard json.members != nil else { return nil }
    let properties = json.armProperties
    id = json.text("id").flatMap { ResourceID($0) }
    name = json.text("name") ?? properties.text("connectionName") ?? id.map { String($0.name) }
    provisioningState = properties.text("provisioningState")
    expressRouteCircuitPeering = properties.reference("expressRouteCircuitPeering")
    peerExpressRouteCircuitPeering = properties.reference("peerExpressRouteCircuitPeering")
    addressPrefix = properties.text("addressPrefix").map { PeerAddressPrefix($0) }
    let ipv6 = properties["ipv6CircuitConnectionConfig"]
    ipv6AddressPrefix = ipv6?.text("addressPrefix").map { PeerAddressPrefix($0) }
    circuitConnectionStatus = properties.text("circuitConnectionStatus")
    ipv6CircuitConnectionStatus = ipv6?.text("circuitConnectionStatus")
  }
}
