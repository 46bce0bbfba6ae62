public import IPAddressing

/// One row of a subnet's effective routes.
public struct EffectiveRoute: Sendable, Hashable {
  public let source: EffectiveRouteSource
  public var state = EffectiveRouteState.active
  /// One prefix, or all those of a service or group.
  public let addressPrefixes: [IPPrefix]
  public let nextHopType: EffectiveNextHopType
  /// Where the packet is handed to; several for equal-cost paths; empty where Azure prints none.
  public let nextHopAddresses: [IPAddress]
  /// A user route's name.
  public let name: String?
  public let origin: RouteOrigin
  /// The service tag behind the prefixes, where a user route or a service endpoint names one. With no prefixes, the
  /// tag's content is unknown.
  public let serviceTag: String?

  init(
    _ source: EffectiveRouteSource, _ nextHopType: EffectiveNextHopType, _ addressPrefixes: [IPPrefix],
    via nextHopAddresses: [IPAddress] = [], name: String? = nil, serviceTag: String? = nil, origin: RouteOrigin
  ) {
    self.source = source
    self.nextHopType = nextHopType
    self.addressPrefixes = addressPrefixes
    self.nextHopAddresses = nextHopAddresses
    self.name = name
    self.serviceTag = serviceTag
    self.origin = origin
  }

  /// Whether all its prefixes are of IPv6. Subnets without IPv6 don't get such rows (routing semantics B-008).
  var isIPv6Only: Bool { !addressPrefixes.isEmpty && addressPrefixes.allSatisfy { $0.family == .ipv6 } }

  /// Precedence at equal length. Of the system's own routes one that leads somewhere comes before the platform's to
  /// nowhere: peers and services may have a prefix of that list.
  var rankAtEqualLength: Int { 2 * source.rank + (nextHopType == .none ? 0 : 1) }

  /// Whether learned routes don't count where this one is active, however long they are (B-083).
  var isPreferredOverLearned: Bool { source == .default && nextHopType.isPreferredOverLearned }

  /// The longest of its prefixes that contains `address`.
  public func longestPrefix(containing address: IPAddress) -> IPPrefix? {
    addressPrefixes.filter { $0.contains(address) }.max { $0.length < $1.length }
  }
}
