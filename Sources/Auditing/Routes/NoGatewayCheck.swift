internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import Routing

/// A user route to a gateway where no gateway is in reach (U12).
struct NoGatewayCheck: AuditCheck {
  static let code = CheckCode.noGateway

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var findings: [Finding] = []
    for (table, subnets) in audited.subnetsOfTable.enumerated() where !subnets.isEmpty {
      let routes = estate.routeTables[table].routes.filter { $0.nextHopType == .virtualNetworkGateway }
      guard !routes.isEmpty else { continue }
      let without = Set(subnets.map { audited.network(ofSubnet: $0) }).sorted().first { isWithoutGateway($0, audited) }
      guard let without else { continue }
      let resource = routes.count == 1 ? routes[0].id : estate.routeTables[table].id
      findings.append(
        Finding(
          code, .error,
          "\(routes.count == 1 ? "user route \(routes[0].name) leads" : "\(routes.count) routes of \(resource.name) lead")"
            + " to a virtual network gateway, and \(estate.virtualNetworks[without].id.name) has none, neither its own nor"
            + " a peer's",
          resource, routes.prefix(3).map { audited.property($0.id, "nextHopType", "VirtualNetworkGateway") },
          remedy: Remedy(
            "delete the route, or connect the network to a gateway",
            routes.prefix(3).map { audited.command("delete", $0.id) }
          )))
    }
    return findings
  }

  /// Whether a network certainly has no gateway: nothing that the snapshot lacks, and no peering with a fault of its
  /// own, could give it one.
  private static func isWithoutGateway(_ network: Int, _ audited: AuditedEstate) -> Bool {
    let estate = audited.estate
    guard estate.gateways(usedByNetwork: network).isEmpty, estate.hubLink(ofNetwork: network) == nil,
      estate.routeServers(inNetwork: network).isEmpty
    else { return false }
    return !estate.peers(ofNetwork: network).contains { link in
      let peering = estate.virtualNetworks[network].peerings[link.peering]
      return link.remote == nil || peering.useRemoteGateways || (peering.peeringState ?? .connected) != .connected
    }
  }
}
