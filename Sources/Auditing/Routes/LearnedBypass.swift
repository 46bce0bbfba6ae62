internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import Routing

/// Learned routes that take traffic from user routes to an appliance, because they are more specific (U5).
struct LearnedBypass {
  private let audited: AuditedEstate
  private let onPremises: OnPremisesPrefixes

  init(_ audited: AuditedEstate) {
    self.audited = audited
    onPremises = OnPremisesPrefixes(audited)
  }

  /// Tables by the appliance that they use, wherever its users are.
  private struct Key: Hashable {
    let address: IPAddress
    let home: Int
  }

  var findings: [Finding] {
    let estate = audited.estate
    var tables: [Key: [(table: Int, sender: Int, routes: [Route])]] = [:]
    for appliance in audited.appliances {
      guard case .owned(_, let home) = appliance.place else { continue }
      for (table, uses) in Dictionary(grouping: appliance.uses, by: \.table).sorted(by: { $0.key < $1.key }) {
        guard !audited.subnetsOfTable[table].contains(where: audited.isPlatformSubnet) else { continue }
        let routes = uses.map { estate.routeTables[table].routes[$0.route] }
        tables[Key(address: appliance.address, home: home), default: []].append((table, appliance.sender, routes))
      }
    }
    return tables.sorted { ($0.key.address, $0.key.home) < ($1.key.address, $1.key.home) }.flatMap { key, users in
      findings(key, users)
    }
  }

  private func findings(
    _ key: Key, _ users: [(table: Int, sender: Int, routes: [Route])]
  ) -> [Finding] {
    let estate = audited.estate
    let closed = users.count { estate.routeTables[$0.table].disableBgpRoutePropagation }
    let open = users.filter { !estate.routeTables[$0.table].disableBgpRoutePropagation }
    let bypassed = open.compactMap { user in
      example(user.sender, user.routes, estate.routeTables[user.table]).map { (user.table, $0) }
    }
    guard let first = bypassed.first else { return [] }
    // Where nearly all tables hide learned routes, the ones that don't were forgotten.
    guard closed >= 3 * open.count else {
      let id = estate.routeTables[first.0].id
      return [
        Finding(
          .applianceBypassed, .note,
          "learned routes such as \(first.1) are more specific than the summaries that \(bypassed.count) route"
            + " table\(bypassed.count == 1 ? "" : "s") (\(id.name) first) send to appliance \(key.address): that traffic"
            + " goes to the gateway",
          id, [audited.property(id, "disableBgpRoutePropagation", "false")], remedy: remedy(id))
      ]
    }
    return bypassed.map { table, prefix in
      let id = estate.routeTables[table].id
      return Finding(
        .applianceBypassed, .warning,
        "route table \(id.name) sends summaries to appliance \(key.address), but lets learned routes such as \(prefix)"
          + " through, which are more specific; \(closed) other tables with this appliance keep them away",
        id, [audited.property(id, "disableBgpRoutePropagation", "false")], remedy: remedy(id))
    }
  }

  /// A learned prefix inside a summary, which no user route matches as exactly.
  private func example(_ network: Int, _ routes: [Route], _ table: RouteTable) -> String? {
    let summaries = routes.compactMap(ApplianceBypassCheck.prefix).filter { !$0.isDefault }
    let own = Set(table.routes.compactMap(ApplianceBypassCheck.prefix))
    for gateway in audited.estate.gateways(usedByNetwork: network) {
      for summary in summaries {
        for prefix in onPremises.prefixes(ofGateway: gateway, within: summary) where prefix != summary {
          if !own.contains(where: { $0.length >= prefix.length && $0.contains(prefix) })
            && !own.contains(where: { $0.length > summary.length && $0.contains(prefix) })
          {
            return prefix.description
          }
        }
      }
    }
    return nil
  }

  private func remedy(_ table: ResourceID) -> Remedy {
    Remedy(
      "keep gateway routes away from the table, or add user routes with exactly the learned prefixes",
      ["az network route-table update --ids \(table) --disable-bgp-route-propagation true"])
  }
}
