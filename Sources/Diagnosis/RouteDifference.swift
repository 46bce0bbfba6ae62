internal import IPAddressing
internal import Routing

/// Compares the routes of a subnet before and after a change.
enum RouteDifference {
  /// The destinations to which packets take another next hop.
  ///
  /// - Complexity: O(rows), and O(n m) for n prefixes that a changed row overlaps among m.
  static func destinations(_ before: EffectiveRouteTable, _ after: EffectiveRouteTable) -> IPAddressSet {
    let (old, new) = (before.routes, after.routes)
    let changed = Set(old).symmetricDifference(new).flatMap(\.addressPrefixes)
    guard !changed.isEmpty else { return IPAddressSet() }
    let region = IPAddressSet(prefixes: changed)
    let prefixes = Set((old + new).flatMap(\.addressPrefixes)).filter { region.overlaps($0) }
    var result = IPAddressSet()
    for prefix in prefixes {
      let longer = prefixes.filter { $0.length > prefix.length && prefix.contains($0.firstAddress) }
      // All addresses of a prefix that no longer one takes are decided alike.
      let own = IPAddressSet(prefixes: [prefix]).subtracting(IPAddressSet(prefixes: longer)).intersection(region)
      guard let address = own.prefixes.first?.firstAddress else { continue }
      if !leadAlike(before.route(to: address), after.route(to: address)) { result.formUnion(own) }
    }
    return result
  }

  private static func leadAlike(_ old: EffectiveRoute?, _ new: EffectiveRoute?) -> Bool {
    old?.nextHopType == new?.nextHopType && old?.nextHopAddresses == new?.nextHopAddresses
      && old?.origin.resource == new?.origin.resource
  }
}
