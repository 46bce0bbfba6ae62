internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// User routes to an appliance that more specific routes take the traffic from (U5, U7, U11, U17).
///
/// On GatewaySubnet it is a warning: the summary was written for the networks that bypass it. Elsewhere it is a note,
/// but where most tables with the appliance keep gateway routes away and one doesn't.
struct ApplianceBypassCheck: AuditCheck {
  static let code = CheckCode.applianceBypassed

  static func findings(in audited: AuditedEstate) -> [Finding] {
    peerings(audited) + LearnedBypass(audited).findings + EndpointBypass.findings(audited)
  }

  private static func peerings(_ audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var findings: [Finding] = []
    for appliance in audited.appliances {
      guard case .owned(_, let home) = appliance.place else { continue }
      for (table, uses) in Dictionary(grouping: appliance.uses, by: \.table).sorted(by: { $0.key < $1.key }) {
        let routes = estate.routeTables[table].routes
        let summaries = uses.compactMap { Self.prefix(routes[$0.route]) }.filter { !$0.isDefault }
        let own = routes.compactMap(Self.prefix)
        let bypassed = audited.peers(appliance.sender).filter { $0.remote != home }.flatMap { peering, remote in
          (peering.remoteAddressSpace ?? estate.virtualNetworks[remote].addressPrefixes).filter { space in
            summaries.contains { $0.contains(space) && $0 != space }
              && !own.contains { $0.contains(space) && $0.length >= space.length }
          }
        }
        guard !bypassed.isEmpty else { continue }
        let onGateway = audited.subnetsOfTable[table].contains(where: audited.isGatewaySubnet)
        let id = estate.routeTables[table].id
        findings.append(
          Finding(
            code, onGateway ? .warning : .note,
            "route table \(id.name)\(onGateway ? " of GatewaySubnet" : "") sends a summary to appliance"
              + " \(appliance.address), but peering routes to \(audited.list(bypassed)) are more specific: that traffic"
              + " bypasses the appliance",
            id, summaries.prefix(3).map { audited.property(id, "addressPrefix", "\($0)") },
            remedy: Remedy(
              "add a route with exactly the peer's prefix",
              bypassed.prefix(3).map { prefix in
                "az network route-table route create -g \(id.resourceGroup ?? "") --route-table-name \(id.name)"
                  + " -n \(Self.routeName(prefix.description)) --address-prefix \(prefix) --next-hop-type VirtualAppliance"
                  + " --next-hop-ip-address \(appliance.address)"
              })))
      }
    }
    return findings
  }

  static func prefix(_ route: Route) -> IPPrefix? {
    if case .prefix(let prefix) = route.destination { prefix } else { nil }
  }

  private static func routeName(_ destination: String) -> String {
    let letters = destination.map { (letter: Character) -> Character in
      letter == "/" || letter == ":" ? "-" : letter
    }
    return "to-" + String(letters)
  }
}
