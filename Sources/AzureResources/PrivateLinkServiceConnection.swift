internal import JSONReading

/// A private endpoint's connection to what it stands for.
public struct PrivateLinkServiceConnection: Sendable, Hashable {
  public let target: ResourceID?
  /// The sub-resources, such as `blob`.
  public let groupIDs: [String]
  /// `Approved`, `Pending`, `Rejected` or `Disconnected`; nil where the snapshot doesn't say.
  public let status: String?

  init(_ json: JSONCursor) {
    let properties = json.properties
    target = properties.reference("privateLinkServiceId")
    groupIDs = properties["groupIds"]?.texts ?? []
    status = properties["privateLinkServiceConnectionState"]?["status"]?.string
  }
}
