public import IPAddressing
internal import JSONReading

/// A peering of an ExpressRoute circuit.
public struct ExpressRoutePeering: Sendable, Hashable {
  public let id: ResourceID
  /// `AzurePrivatePeering`, `MicrosoftPeering` or the retired `AzurePublicPeering`.
  public let peeringType: String?
  /// `Enabled` or `Disabled`.
  public let state: String?
  public let peerASN: Int64?
  public let azureASN: Int64?
  public let vlanID: Int64?
  public let primaryPeerAddressPrefix: IPPrefix?
  public let secondaryPeerAddressPrefix: IPPrefix?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    peeringType = properties["peeringType"]?.string
    state = properties["state"]?.string
    peerASN = properties["peerASN"]?.integer
    azureASN = properties["azureASN"]?.integer
    vlanID = properties["vlanId"]?.integer
    primaryPeerAddressPrefix = reader.prefixes("primaryPeerAddressPrefix").first
    secondaryPeerAddressPrefix = reader.prefixes("secondaryPeerAddressPrefix").first
  }
}
