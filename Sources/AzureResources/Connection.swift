internal import JSONReading

/// A connection of a virtual network gateway.
public struct Connection: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let connectionType: ConnectionType?
  public let virtualNetworkGateway1: ResourceID?
  public let virtualNetworkGateway2: ResourceID?
  public let localNetworkGateway2: ResourceID?
  /// The ExpressRoute circuit.
  public let peer: ResourceID?
  public let enableBgp: Bool
  /// `Connected`, `NotConnected`, `Connecting` or `Unknown`; nil where the snapshot doesn't say.
  public let connectionStatus: String?

  /// What a connection leads to.
  public enum ConnectionType: String, Sendable, Hashable, CaseIterable {
    case ipsec = "IPsec"
    case vnet2Vnet = "Vnet2Vnet"
    case expressRoute = "ExpressRoute"
    case vpnClient = "VPNClient"
  }

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    connectionType = reader.choice("connectionType")
    virtualNetworkGateway1 = reader.reference("virtualNetworkGateway1")
    virtualNetworkGateway2 = reader.reference("virtualNetworkGateway2")
    localNetworkGateway2 = reader.reference("localNetworkGateway2")
    peer = reader.reference("peer")
    enableBgp = reader.flag("enableBgp") ?? false
    connectionStatus = properties["connectionStatus"]?.string
  }
}
