internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// A user route to nowhere over something that exists (U14).
///
/// A network that is joined is a warning: nobody peers networks to drop what is sent between them. A prefix that a
/// gateway leads to is a note, one for all of a table, since such routes are also how people keep sites out.
struct UserRouteDropsCheck: AuditCheck {
  static let code = CheckCode.userRouteDrops

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    let spaces = NetworkSpaces(estate)
    let joined = JoinedNetworks(estate)
    let onPremises = OnPremisesPrefixes(audited)
    var findings: [Finding] = []
    for (table, subnets) in audited.subnetsOfTable.enumerated() where !subnets.isEmpty {
      let network = audited.network(ofSubnet: subnets[0])
      var shut: [(route: Route, prefix: IPPrefix, gateway: ResourceID)] = []
      for route in estate.routeTables[table].routes where route.nextHopType == .none {
        guard case .prefix(let prefix) = route.destination, !prefix.isDefault else { continue }
        let hit = spaces.networks(overlapping: prefix).filter { $0 != network && joined.areJoined($0, network) }
        if !hit.isEmpty {
          let names = audited.names(hit.map { estate.virtualNetworks[$0].id })
          findings.append(
            Finding(
              code, .warning,
              "user route \(route.name) (\(prefix)) drops everything to \(names): its next hop type is None",
              route.id, evidence(route, prefix, audited), remedy: remedy([route], audited)))
        } else if let gateway = onPremises.gateway(ofNetwork: network, leadingInto: prefix) {
          shut.append((route, prefix, gateway))
        }
      }
      guard let first = shut.first else { continue }
      let table = estate.routeTables[table].id
      findings.append(
        Finding(
          code, .note,
          shut.count == 1
            ? "user route \(first.route.name) drops everything to \(first.prefix), to which gateway \(first.gateway.name)"
              + " leads"
            : "\(shut.count) routes of \(table.name) drop everything to \(audited.list(shut.map(\.prefix))), to which gateway"
              + " \(first.gateway.name) leads",
          shut.count == 1 ? first.route.id : table,
          shut.prefix(8).flatMap { evidence($0.route, $0.prefix, audited) },
          remedy: remedy(shut.map(\.route), audited)))
    }
    return findings
  }

  private static func evidence(_ route: Route, _ prefix: IPPrefix, _ audited: AuditedEstate) -> [Evidence] {
    [
      audited.property(route.id, "addressPrefix", "\(prefix)"), audited.property(route.id, "nextHopType", "None"),
    ]
  }

  private static func remedy(_ routes: [Route], _ audited: AuditedEstate) -> Remedy {
    Remedy(
      routes.count == 1 ? "delete the route, or give it a next hop" : "delete the routes, or give them a next hop",
      routes.prefix(8).map { audited.command("delete", $0.id) })
  }
}
