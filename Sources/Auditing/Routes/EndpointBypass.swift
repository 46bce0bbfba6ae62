internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// User routes to an appliance that private endpoints' own routes take the traffic from (U11).
///
/// An endpoint has a route for its address alone in its network and in those peered with it. A shorter user route counts
/// where the endpoint's subnet has network policies for routes, and is no shorter than the network's own prefix; a wider
/// one loses to the network's route anyhow (routing semantics B-053 and B-054).
struct EndpointBypass {
  /// A user route that would take the traffic, were the policies on.
  private struct Loser {
    let route: Route
    let prefix: IPPrefix
    let appliance: IPAddress
  }

  static func findings(_ audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    let appliances = Dictionary(grouping: audited.appliances, by: \.sender)
    return estate.virtualNetworks.indices.flatMap { home -> [Finding] in
      let all = estate.privateEndpointAddresses(inNetwork: home)
      guard !all.isEmpty else { return [] }
      let space = estate.virtualNetworks[home].addressPrefixes
      let losing = ([home] + audited.peers(home).map(\.remote)).flatMap { network in
        (appliances[network] ?? []).flatMap { Self.losers($0, space, estate) }
      }
      guard !losing.isEmpty else { return [] }
      return Dictionary(grouping: all, by: \.subnet).sorted { $0.key < $1.key }.compactMap { subnet, endpoints in
        finding(subnet, endpoints, losing, audited)
      }
    }
  }

  /// Routes inside the network's address space, an endpoint's own address left out.
  private static func losers(_ appliance: Appliance, _ space: [IPPrefix], _ estate: Estate) -> [Loser] {
    appliance.routes(in: estate).compactMap { route in
      guard let prefix = ApplianceBypassCheck.prefix(route), !prefix.isHost,
        space.contains(where: { $0.contains(prefix) })
      else { return nil }
      return Loser(route: route, prefix: prefix, appliance: appliance.address)
    }
  }

  private static func finding(
    _ index: Int, _ endpoints: [PrivateEndpointAddress], _ losers: [Loser], _ audited: AuditedEstate
  ) -> Finding? {
    let subnet = audited.estate.subnet(index)
    guard !subnet.privateEndpointNetworkPolicies.appliesToRoutes else { return nil }
    let losing = losers.filter { loser in endpoints.contains { loser.prefix.contains($0.address) } }
    guard let first = losing.first else { return nil }
    let missed = endpoints.filter { endpoint in losing.contains { $0.prefix.contains(endpoint.address) } }
    // A route for the subnet, or for a part of it, was written for the endpoints.
    let isMeant = losing.contains { loser in subnet.addressPrefixes.contains { $0.contains(loser.prefix) } }
    return Finding(
      .applianceBypassed, isMeant ? .warning : .note,
      "user route\(losing.count == 1 ? "" : "s") \(audited.names(losing.map(\.route.id))) (\(first.prefix)) to appliance"
        + " \(first.appliance) \(losing.count == 1 ? "doesn't" : "don't") reach private endpoint"
        + "\(missed.count == 1 ? "" : "s") \(audited.names(missed.map(\.endpoint))): subnet \(subnet.id.name) has no network"
        + " policies for routes, so that the endpoints' own routes are more specific and bypass the appliance",
      subnet.id,
      [audited.property(subnet.id, "privateEndpointNetworkPolicies", subnet.privateEndpointNetworkPolicies.rawValue)]
        + losing.prefix(8).map { audited.property($0.route.id, "addressPrefix", "\($0.prefix)") },
      remedy: Remedy(
        "turn on network policies for routes in the endpoints' subnet",
        ["az network vnet subnet update --ids \(subnet.id) --private-endpoint-network-policies RouteTableEnabled"]))
  }
}
