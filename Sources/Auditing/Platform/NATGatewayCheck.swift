internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// NAT gateways whose subnet sends everything elsewhere.
struct NATGatewayCheck: AuditCheck {
  static let code = CheckCode.natGatewayUnused

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.subnets.indices.compactMap { index in
      let subnet = estate.subnet(index)
      guard let gateway = subnet.natGateway, let table = estate.routeTable(ofSubnet: index) else { return nil }
      let route = estate.routeTables[table].routes.first { route in
        ApplianceBypassCheck.prefix(route) == .defaultIPv4 && route.nextHopType != .internet
      }
      guard let route else { return nil }
      return Finding(
        code, .note,
        "subnet \(subnet.id.name) of \(subnet.id.parent?.name ?? "") has NAT gateway \(gateway.name), but route \(route.name)"
          + " of \(route.id.parent?.name ?? "") sends its internet traffic to \(route.nextHopType.rawValue): the NAT gateway"
          + " has nothing to do",
        subnet.id,
        [
          audited.property(subnet.id, "natGateway", String(gateway.name)),
          audited.property(route.id, "nextHopType", route.nextHopType.rawValue),
        ],
        remedy: Remedy(
          "take the NAT gateway away, or let the default route lead to the internet",
          ["az network vnet subnet update --ids \(subnet.id) --nat-gateway null"]))
    }
  }
}
