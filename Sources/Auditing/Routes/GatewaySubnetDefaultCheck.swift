internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// A default route on GatewaySubnet (U8).
///
/// - Source: routing semantics, table of platform subnets: 0.0.0.0/0 is not supported there.
struct GatewaySubnetDefaultCheck: AuditCheck {
  static let code = CheckCode.gatewaySubnetDefaultRoute

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.routeTables.indices.flatMap { index -> [Finding] in
      guard audited.subnetsOfTable[index].contains(where: audited.isGatewaySubnet) else { return [] }
      return estate.routeTables[index].routes.filter { ApplianceBypassCheck.prefix($0)?.isDefault ?? false }.map {
        route in
        Finding(
          code, .error,
          "user route \(route.name) of \(estate.routeTables[index].id.name) is a default route on GatewaySubnet, which Azure"
            + " doesn't support: the gateway loses its management, and tunnels flap",
          route.id, [audited.property(route.id, "nextHopType", route.nextHopType.rawValue)],
          remedy: Remedy("delete the route", [audited.command("delete", route.id)]))
      }
    }
  }
}
