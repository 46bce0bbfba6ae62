internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// A route table without a route that the other tables with its appliance have (U2).
///
/// What a table should hold nobody writes down; that nearly all others with the same appliance hold it is the next best.
/// Counted are the tables of ordinary subnets, and a route that the table has in a wider form to an appliance isn't
/// missing.
struct RouteMissingCheck: AuditCheck {
  static let code = CheckCode.routeMissing

  private struct Key: Hashable {
    let address: IPAddress
    let home: Int
  }

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var users: [Key: [Int: (sender: Int, prefixes: Set<IPPrefix>)]] = [:]
    for appliance in audited.appliances {
      guard let home = appliance.home, home != appliance.sender else { continue }
      for use in appliance.uses where isOrdinary(use.table, audited) {
        guard let prefix = ApplianceBypassCheck.prefix(estate.routeTables[use.table].routes[use.route]) else {
          continue
        }
        let key = Key(address: appliance.address, home: home)
        users[key, default: [:]][use.table, default: (appliance.sender, [])].prefixes.insert(prefix)
      }
    }
    return users.sorted { ($0.key.address, $0.key.home) < ($1.key.address, $1.key.home) }
      .flatMap { findings($0.key.address, $0.value, audited) }
  }

  private static func isOrdinary(_ table: Int, _ audited: AuditedEstate) -> Bool {
    !audited.subnetsOfTable[table].contains { audited.isPlatformSubnet($0) || audited.holdsAppliance($0) }
  }

  private static func findings(
    _ address: IPAddress, _ tables: [Int: (sender: Int, prefixes: Set<IPPrefix>)], _ audited: AuditedEstate
  ) -> [Finding] {
    guard tables.count > 1 else { return [] }
    var count: [IPPrefix: Int] = [:]
    for prefix in tables.values.lazy.flatMap(\.prefixes) { count[prefix, default: 0] += 1 }
    let others = tables.count - 1
    // Of few tables all have to agree, of many nine in ten.
    let usual = count.filter { $0.value * 10 >= others * 9 }.keys.sorted()
    return tables.keys.sorted().compactMap { table in
      guard let user = tables[table] else { return nil }
      let isSibling = tables.contains { $0.key != table && $0.value.sender == user.sender }
      guard others > 1 || isSibling else { return nil }
      let space = audited.estate.virtualNetworks[user.sender].addressPrefixes
      let missing = usual.filter { prefix in
        !user.prefixes.contains(prefix) && !space.contains { $0.contains(prefix) }
          && !has(audited.estate.routeTables[table], prefix)
      }
      guard !missing.isEmpty else { return nil }
      return finding(table, address, missing, others, audited)
    }
  }

  /// Whether a table says itself where the prefix goes: with that prefix, or with a wider one to an appliance, the
  /// default left out.
  private static func has(_ table: RouteTable, _ prefix: IPPrefix) -> Bool {
    table.routes.contains { route in
      guard let own = ApplianceBypassCheck.prefix(route) else { return false }
      return own == prefix
        || (route.nextHopType == .virtualAppliance && !own.isDefault && own.contains(prefix))
    }
  }

  private static func finding(
    _ table: Int, _ address: IPAddress, _ missing: [IPPrefix], _ others: Int, _ audited: AuditedEstate
  ) -> Finding {
    let id = audited.estate.routeTables[table].id
    let subnets = audited.subnetsOfTable[table].map { audited.estate.subnet($0).id }
    return Finding(
      code, .warning,
      "route table \(id.name) lacks \(audited.list(missing)) to appliance \(address), which"
        + " \(others == 1 ? "the other table" : "nearly all of \(others) other tables") with this appliance"
        + " \(others == 1 ? "has" : "have"): traffic from \(audited.names(subnets)) takes another way than theirs",
      id, missing.prefix(3).map { audited.property(id, "routes", "no \($0)") },
      remedy: Remedy(
        "add the route",
        missing.prefix(3).map { prefix in
          "az network route-table route create -g \(id.resourceGroup ?? "") --route-table-name \(id.name)"
            + " -n to-appliance-\(prefix.length) --address-prefix \(prefix) --next-hop-type VirtualAppliance"
            + " --next-hop-ip-address \(address)"
        }))
  }
}
