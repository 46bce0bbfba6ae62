internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Peerings that stand but let nothing through (P5).
struct PeeringAccessCheck: AuditCheck {
  static let code = CheckCode.peeringAccessDenied

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.virtualNetworks.flatMap(\.peerings).filter { !$0.allowVirtualNetworkAccess }.map { peering in
      Finding(
        code, .warning,
        "peering \(peering.id.name) of \(peering.id.parent?.name ?? "") has allowVirtualNetworkAccess off: its routes stand,"
          + " and the traffic is dropped",
        peering.id, [audited.property(peering.id, "allowVirtualNetworkAccess", "false")],
        remedy: Remedy(
          "allow access, or delete the peering",
          [audited.command(peering: peering.id, "--set allowVirtualNetworkAccess=true")]))
    }
  }
}
