internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// A next hop in a network that isn't peered with the sender's (U13).
struct NextHopNotReachableCheck: AuditCheck {
  static let code = CheckCode.nextHopNotReachable

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return audited.appliances.flatMap { appliance -> [Finding] in
      guard case .notJoined(let network) = appliance.place else { return [] }
      let sender = estate.virtualNetworks[appliance.sender].id
      let owner = estate.virtualNetworks[network].id
      let tables = Dictionary(grouping: appliance.uses, by: \.table).sorted { $0.key < $1.key }
      return tables.map { table, uses in
        let routes = uses.map { estate.routeTables[table].routes[$0.route] }
        // One route is to be changed itself; several with one hop are the table's.
        let resource = routes.count == 1 ? routes[0].id : estate.routeTables[table].id
        return Finding(
          code, .error,
          "\(routes.count == 1 ? "user route \(routes[0].name)" : "\(routes.count) routes of \(resource.name)") for"
            + " \(sender.name) lead to \(appliance.address) in \(owner.name), which is not peered with it: a next hop must"
            + " be directly reachable",
          resource, routes.prefix(3).map { audited.property($0.id, "nextHopIpAddress", "\(appliance.address)") },
          remedy: Remedy(
            "peer the two networks, or use an appliance in the sender's network or a direct peer",
            [(sender, owner), (owner, sender)].map { near, far in
              "az network vnet peering create -g \(near.resourceGroup ?? "") --vnet-name \(near.name) -n to-\(far.name)"
                + " --remote-vnet \(far) --allow-vnet-access --allow-forwarded-traffic"
            }))
      }
    }
  }
}
