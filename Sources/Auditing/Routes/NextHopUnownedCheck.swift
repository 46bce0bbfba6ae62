internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// A next hop in a network that is reached directly, at an address that nobody there has (U1).
struct NextHopUnownedCheck: AuditCheck {
  static let code = CheckCode.nextHopUnowned

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return audited.appliances.flatMap { appliance -> [Finding] in
      guard case .unowned(let network) = appliance.place else { return [] }
      return appliance.routes(in: estate).map { route in
        Finding(
          code, .error,
          "user route \(route.name) (\(route.destination)) leads to \(appliance.address) in"
            + " \(estate.virtualNetworks[network].id.name), and no NIC, load balancer or firewall has that address",
          route.id, [audited.property(route.id, "nextHopIpAddress", "\(appliance.address)")],
          remedy: Remedy(
            "give the route the appliance's present address, or delete it",
            [
              audited.command(
                "update", route.id, "--next-hop-type VirtualAppliance --next-hop-ip-address <appliance address>")
            ]))
      }
    }
  }
}

extension Appliance {
  /// The routes that name it.
  func routes(in estate: Estate) -> [Route] { uses.map { estate.routeTables[$0.table].routes[$0.route] } }
}
