public import IPAddressing
internal import JSONReading

/// A user route.
public struct Route: Sendable, Hashable {
  public let id: ResourceID
  public let destination: RouteDestination
  public let nextHopType: RouteNextHopType
  /// The appliance's address, or several for `VirtualApplianceEcmp`; empty for the other types.
  public let nextHopAddresses: [IPAddress]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    guard let text = properties["addressPrefix"]?.string else {
      reader.note("addressPrefix", "the route has no destination")
      return nil
    }
    if let tag = RouteDestination(serviceTag: text) {
      destination = tag
    } else if let prefix = reader.prefixes("addressPrefix").first {
      destination = .prefix(prefix)
    } else {
      return nil
    }
    guard let type: RouteNextHopType = reader.choice("nextHopType") else {
      if properties["nextHopType"] == nil { reader.note("nextHopType", "the route has no next hop type") }
      return nil
    }
    nextHopType = type
    let several = properties["nextHop"].map { reader.addresses("nextHopIpAddresses", in: $0) } ?? []
    nextHopAddresses = several.isEmpty ? reader.address("nextHopIpAddress").map { [$0] } ?? [] : several
    if nextHopAddresses.isEmpty, type == .virtualAppliance || type == .virtualApplianceEcmp {
      reader.note("nextHopIpAddress", "a route to an appliance has no next hop address")
    }
  }

  /// The route's name.
  public var name: Substring { id.name }
}
