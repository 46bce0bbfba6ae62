internal import JSONDocument

/// What a circuit through a connectivity provider was ordered with.
public struct ServiceProviderProperties: Sendable, Hashable {
  public let serviceProviderName: String?
  public let peeringLocation: String?
  public let bandwidthInMbps: Int64?

  init(_ json: JSONValue) {
    serviceProviderName = json.text("serviceProviderName")
    peeringLocation = json.text("peeringLocation")
    bandwidthInMbps = json.integer("bandwidthInMbps")
  }
}
