internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Route tables at the limit of routes.
///
/// - Source: Azure's limits for a subscription: 400 user routes in a table, 1,000 in one of a network manager.
struct RouteTableSizeCheck: AuditCheck {
  static let code = CheckCode.routeTableFull
  private static let limit = 400

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.routeTables.compactMap { table in
      let count = table.routes.count
      guard count * 20 >= limit * 19 else { return nil }
      return Finding(
        code, count > limit ? .warning : .note,
        "route table \(table.id.name) has \(count) routes; a table takes \(limit)", table.id,
        [audited.property(table.id, "routes", "\(count)")],
        remedy: Remedy("put neighbouring prefixes with one next hop into one route"))
    }
  }
}
