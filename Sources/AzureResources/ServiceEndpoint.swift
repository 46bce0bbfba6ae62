internal import JSONReading

/// A service endpoint of a subnet.
public struct ServiceEndpoint: Sendable, Hashable {
  /// The service, such as `Microsoft.Storage`.
  public let service: String
  /// The regions whose addresses the endpoint covers; `*` for all.
  public let locations: [String]

  init?(_ json: JSONCursor) {
    guard let service = json["service"]?.string else { return nil }
    self.service = service
    locations = json["locations"]?.texts ?? []
  }
}
