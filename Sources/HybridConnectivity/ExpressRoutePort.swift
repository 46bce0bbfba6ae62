public import AzureResources
public import JSONDocument

/// A pair of ports of Microsoft's edge that the customer is cabled to (ExpressRoute Direct).
public struct ExpressRoutePort: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let provisioningState: String?
  public let peeringLocation: String?
  public let bandwidthInGbps: Double?
  public let provisionedBandwidthInGbps: Double?
  public let mtu: String?
  /// `Dot1Q` or `QinQ`.
  public let encapsulation: String?
  public let etherType: String?
  public let allocationDate: String?
  public let circuits: [ResourceID]
  /// Two, the primary path's first.
  public let links: [ExpressRouteLink]

  public init(_ json: JSONValue, id: ResourceID) {
    self.id = id
    let properties = json.armProperties
    location = json.text("location")
    provisioningState = properties.text("provisioningState")
    peeringLocation = properties.text("peeringLocation")
    bandwidthInGbps = properties.decimal("bandwidthInGbps")
    provisionedBandwidthInGbps = properties.decimal("provisionedBandwidthInGbps")
    mtu = properties.text("mtu")
    encapsulation = properties.text("encapsulation")
    etherType = properties.text("etherType")
    allocationDate = properties.text("allocationDate")
    circuits = properties.list("circuits").compactMap { ($0["id"]?.text ?? $0.text).flatMap { ResourceID($0) } }
    links = properties.list("links").map { ExpressRouteLink($0) }
  }
}
