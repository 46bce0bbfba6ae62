internal import JSONReading

/// A virtual hub's routing intent: what its private and internet traffic passes through.
public struct RoutingIntent: Sendable, Hashable {
  public let id: ResourceID
  /// The next hop for private traffic.
  public let privateTraffic: ResourceID?
  /// The next hop for internet traffic.
  public let internet: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    var hops: [String: ResourceID] = [:]
    for policy in json.properties["routingPolicies"]?.elements.map({ $0 }) ?? [] {
      guard let hop = policy["nextHop"].flatMap({ ResourceID(utf8: $0.utf8) }) else { continue }
      for destination in policy["destinations"]?.texts ?? [] { hops[destination.lowercased()] = hop }
    }
    privateTraffic = hops["privatetraffic"]
    internet = hops["internet"]
  }
}
