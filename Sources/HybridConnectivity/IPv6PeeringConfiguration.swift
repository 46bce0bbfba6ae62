public import AzureResources
internal import JSONDocument

/// The IPv6 part of a peering.
public struct IPv6PeeringConfiguration: Sendable, Hashable {
  public let state: String?
  public let primaryPeerAddressPrefix: PeerAddressPrefix?
  public let secondaryPeerAddressPrefix: PeerAddressPrefix?
  public let microsoftPeering: MicrosoftPeeringConfiguration?
  public let routeFilter: ResourceID?

  /// nil where the value is no object.
  init?(_ json: JSONValue) {
    guard json.members != nil else { return nil }
    state = json.text("state")
    primaryPeerAddressPrefix = json.text("primaryPeerAddressPrefix").map { PeerAddressPrefix($0) }
    secondaryPeerAddressPrefix = json.text("secondaryPeerAddressPrefix").map { PeerAddressPrefix($0) }
    microsoftPeering = json["microsoftPeeringConfig"].flatMap { MicrosoftPeeringConfiguration($0) }
    routeFilter = json.reference("routeFilter")
  }
}
