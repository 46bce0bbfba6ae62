internal import JSONDocument

/// What the customer announces over Microsoft peering.
public struct MicrosoftPeeringConfiguration: Sendable, Hashable {
  public let advertisedPublicPrefixes: [String]
  public let advertisedCommunities: [String]
  /// `NotConfigured`, `Configuring`, `Configured` or `ValidationNeeded`.
  public let advertisedPublicPrefixesState: String?
  public let legacyMode: Int64?
  /// 0 where none is set.
  public let customerASN: Int64?
  /// `ARIN`, `RIPENCC`, ...; `NONE`.
  public let routingRegistryName: String?

  /// nil where the value is no object.
  init?(_ json: JSONValue) {
    guard json.members != nil else { return nil }
    let properties = json.armProperties
    advertisedPublicPrefixes = properties.texts("advertisedPublicPrefixes")
    advertisedCommunities = properties.texts("advertisedCommunities")
    advertisedPublicPrefixesState = properties.text("advertisedPublicPrefixesState")
    legacyMode = properties.integer("legacyMode")
    customerASN = properties.integer("customerASN")
    routingRegistryName = properties.text("routingRegistryName")
  }
}
