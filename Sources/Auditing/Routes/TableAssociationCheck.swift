internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Route tables that no subnet uses (U3).
struct TableAssociationCheck: AuditCheck {
  static let code = CheckCode.routeTableNotAssociated

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var bare: [String: [Int]] = [:]
    for subnet in estate.subnets.indices {
      let resource = estate.subnet(subnet)
      guard resource.routeTable == nil, !audited.isPlatformSubnet(subnet) else { continue }
      bare[place(resource.id), default: []].append(subnet)
    }
    return estate.routeTables.indices.compactMap { index in
      let table = estate.routeTables[index]
      guard audited.subnetsOfTable[index].isEmpty, table.subnets.isEmpty, !table.routes.isEmpty else { return nil }
      let beside = bare[place(table.id)] ?? []
      let subnets = beside.map { estate.subnet($0).id }
      return Finding(
        code, beside.isEmpty ? .note : .warning,
        "route table \(table.id.name) with \(table.routes.count) route\(table.routes.count == 1 ? "" : "s") is associated"
          + " with no subnet" + (beside.isEmpty ? "" : ", and \(audited.names(subnets)) beside it has no table"),
        table.id, [audited.property(table.id, "subnets", "none")],
        remedy: Remedy(
          beside.isEmpty
            ? "delete the table, or associate it" : "associate the table with the subnet that it was made for",
          subnets.prefix(1).map { "az network vnet subnet update --ids \($0) --route-table \(table.id)" }))
    }
  }

  /// Subscription and group: tables stand beside the networks that they are for.
  private static func place(_ id: ResourceID) -> String {
    "\(id.subscription ?? "")/\(id.resourceGroup ?? "")".lowercased()
  }
}
