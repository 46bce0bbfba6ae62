public import IPAddressing
internal import JSONReading

/// One side of a peering between two virtual networks, as its local network holds it.
public struct VirtualNetworkPeering: Sendable, Hashable {
  public let id: ResourceID
  public let remoteVirtualNetwork: ResourceID?
  /// nil where the snapshot doesn't say.
  public let peeringState: PeeringState?
  public let peeringSyncLevel: PeeringSyncLevel?
  public let allowVirtualNetworkAccess: Bool
  public let allowForwardedTraffic: Bool
  public let allowGatewayTransit: Bool
  public let useRemoteGateways: Bool
  /// The remote network's prefixes when the peering was last synchronised: what is programmed into routes. nil where
  /// the snapshot doesn't hold them.
  public let remoteAddressSpace: [IPPrefix]?
  /// The remote network's prefixes now, as this side reports them.
  public let remoteVirtualNetworkAddressSpace: [IPPrefix]?
  public let localAddressSpace: [IPPrefix]?
  /// False for a peering of single subnets.
  public let peerCompleteVnets: Bool
  public let enableOnlyIPv6Peering: Bool
  public let localSubnetNames: [String]
  public let remoteSubnetNames: [String]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    remoteVirtualNetwork = reader.reference("remoteVirtualNetwork")
    peeringState = reader.choice("peeringState")
    peeringSyncLevel = reader.choice("peeringSyncLevel")
    allowVirtualNetworkAccess = reader.flag("allowVirtualNetworkAccess") ?? true
    allowForwardedTraffic = reader.flag("allowForwardedTraffic") ?? false
    allowGatewayTransit = reader.flag("allowGatewayTransit") ?? false
    useRemoteGateways = reader.flag("useRemoteGateways") ?? false
    remoteAddressSpace = reader.addressSpace("remoteAddressSpace", "peeredRemoteAddressSpace")
    remoteVirtualNetworkAddressSpace = reader.addressSpace("remoteVirtualNetworkAddressSpace")
    localAddressSpace = reader.addressSpace("localAddressSpace")
    peerCompleteVnets = reader.flag("peerCompleteVnets") ?? true
    enableOnlyIPv6Peering = reader.flag("enableOnlyIPv6Peering") ?? false
    localSubnetNames = properties["localSubnetNames"]?.texts ?? []
    remoteSubnetNames = properties["remoteSubnetNames"]?.texts ?? []
    if remoteVirtualNetwork == nil { reader.note("remoteVirtualNetwork", "the peering names no remote network") }
  }
}
