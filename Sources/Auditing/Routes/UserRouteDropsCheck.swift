internal import AzureResources
internal import Diagnosis
internal import Estate
internal import IPAddressing

/// A user route to nowhere over something that exists (U14).
///
/// A network that is joined is a warning: nobody peers networks to drop what is sent between them. A prefix that a
/// gateway leads to is a note, since such a route is also how people keep a site out.
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
      for route in estate.routeTables[table].routes where route.nextHopType == .none {
        guard case .prefix(let prefix) = route.destination, !prefix.isDefault else { continue }
        let hit = spaces.networks(overlapping: prefix).filter { $0 != network && joined.areJoined($0, network) }
        let evidence = [
          audited.property(route.id, "addressPrefix", "\(prefix)"), audited.property(route.id, "nextHopType", "None"),
        ]
        let remedy = Remedy("delete the route, or give it a next hop", [audited.command("delete", route.id)])
        if !hit.isEmpty {
          let names = audited.names(hit.map { estate.virtualNetworks[$0].id })
          findings.append(
            Finding(
              code, .warning,
              "user route \(route.name) (\(prefix)) drops everything to \(names): its next hop type is None",
              route.id, evidence, remedy: remedy))
        } else if let gateway = onPremises.gateway(ofNetwork: network, leadingInto: prefix) {
          findings.append(
            Finding(
              code, .note,
              "user route \(route.name) drops everything to \(prefix), to which gateway \(gateway.name) leads",
              route.id,
              evidence, remedy: remedy))
        }
      }
    }
    return findings
  }
}
