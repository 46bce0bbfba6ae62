internal import AzureResources
internal import IPAddressing
internal import Routing

/// What the tag `VirtualNetwork` holds at a subnet: own prefixes, peers that may be accessed, what gateways teach, every
/// prefix of a user route, and the host (routing semantics D-060).
///
/// Hundreds of tables share layers of thousands of routes: what a layer holds is gathered once.
struct VirtualNetworkTag {
  /// The host's own address.
  private static let host = [try? IPPrefix("168.63.129.16/32")].compactMap { $0 }

  /// What a layer has for the tag.
  private struct Content {
    var addresses = IPAddressSet()
    /// The rows that are in the tag where their peering may be accessed.
    var peerings: [Int] = []
  }

  private var contents: [EffectiveRouteTable.SharedRoutes: Content] = [:]
  /// The contents of the tag so far, each once, and which is which.
  private var known: [IPAddressSet] = []
  private var numbers: [IPAddressSet: Int] = [:]

  /// The tag's content, and a number that all equal contents have.
  ///
  /// - Parameters:
  ///   - table: The effective routes of the subnet; nil where the snapshot lacks it.
  ///   - denied: Peerings with `allowVirtualNetworkAccess` off, whose prefixes are not in the tag.
  /// - Complexity: O(ranges + peerings), beyond layers that are new.
  mutating func addresses(
    _ table: EffectiveRouteTable?, denied: Set<ResourceID>
  ) -> (addresses: IPAddressSet, number: Int) {
    let made = table.map { gather($0, denied) } ?? IPAddressSet()
    if let number = numbers[made] { return (known[number], number) }
    numbers[made] = known.count
    known.append(made)
    return (made, known.count - 1)
  }

  private mutating func gather(_ table: EffectiveRouteTable, _ denied: Set<ResourceID>) -> IPAddressSet {
    var prefixes = Self.host
    var all = IPAddressSet()
    var cut: [(routes: EffectiveRouteTable.SharedRoutes, unprinted: [Int])] = []
    for (routes, unprinted) in table.sharedRoutes where routes.count > 0 {
      let content = content(of: routes)
      let left = Set(unprinted)
      for row in content.peerings where !left.contains(row) {
        guard let route = routes[row] else { continue }
        if route.origin.resource.map({ !denied.contains($0) }) ?? true { prefixes += route.addressPrefixes }
      }
      let lost = unprinted.filter { routes[$0].map { Self.isInTag($0) } ?? false }
      if lost.isEmpty { all = all.union(content.addresses) } else { cut.append((routes, lost)) }
    }
    all = all.union(IPAddressSet(prefixes: prefixes))
    for (routes, lost) in cut {
      // What a row that isn't printed would add is nearly always there without it: it was left out for a wider one.
      let isCovered = lost.allSatisfy { routes[$0]?.addressPrefixes.allSatisfy { all.contains($0) } ?? true }
      all = all.union(isCovered ? content(of: routes).addresses : Self.gather(routes, without: Set(lost)))
    }
    return all
  }

  private mutating func content(of routes: EffectiveRouteTable.SharedRoutes) -> Content {
    if let known = contents[routes] { return known }
    let peerings = (0..<routes.count).filter { routes[$0].map { Self.isPeering($0) } ?? false }
    let made = Content(addresses: Self.gather(routes, without: []), peerings: peerings)
    contents[routes] = made
    return made
  }

  private static func gather(_ routes: EffectiveRouteTable.SharedRoutes, without lost: Set<Int>) -> IPAddressSet {
    var prefixes: [IPPrefix] = []
    for row in 0..<routes.count where !lost.contains(row) {
      if let route = routes[row], isInTag(route) { prefixes += route.addressPrefixes }
    }
    return IPAddressSet(prefixes: prefixes)
  }

  private static func isPeering(_ route: EffectiveRoute) -> Bool {
    route.nextHopType == .vnetPeering || route.nextHopType == .vnetGlobalPeering
  }

  /// Whether a row is in the tag, whatever may be accessed.
  private static func isInTag(_ route: EffectiveRoute) -> Bool {
    switch route.nextHopType {
    case .vnetLocal, .connectedGroup, .virtualNetworkGateway: true
    case .vnetPeering, .vnetGlobalPeering: false
    default: route.source == .user
    }
  }
}
