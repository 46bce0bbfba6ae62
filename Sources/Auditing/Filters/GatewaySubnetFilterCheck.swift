internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// A network security group on GatewaySubnet (F5).
///
/// - Source: routing semantics, table of platform subnets: not supported there.
struct GatewaySubnetFilterCheck: AuditCheck {
  static let code = CheckCode.gatewaySubnetFiltered

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.subnets.indices.filter(audited.isGatewaySubnet).compactMap { index in
      let subnet = estate.subnet(index)
      guard let group = subnet.networkSecurityGroup else { return nil }
      return Finding(
        code, .error,
        "GatewaySubnet of \(subnet.id.parent?.name ?? "") has network security group \(group.name), which Azure doesn't"
          + " support there: its gateways may stop working",
        subnet.id, [audited.property(subnet.id, "networkSecurityGroup", String(group.name))],
        remedy: Remedy(
          "take the group away from the subnet", ["az network vnet subnet update --ids \(subnet.id) --nsg null"]))
    }
  }
}
