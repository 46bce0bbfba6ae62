internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Propagation turned off on GatewaySubnet's table (U6).
///
/// - Source: routing semantics, table of platform subnets: propagation must stay on there.
struct GatewaySubnetPropagationCheck: AuditCheck {
  static let code = CheckCode.gatewaySubnetPropagationDisabled

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.routeTables.indices.compactMap { index in
      let table = estate.routeTables[index]
      guard table.disableBgpRoutePropagation,
        let subnet = audited.subnetsOfTable[index].first(where: audited.isGatewaySubnet)
      else { return nil }
      let network = estate.virtualNetworks[audited.network(ofSubnet: subnet)].id
      return Finding(
        code, .error,
        "route table \(table.id.name) keeps gateway routes away from GatewaySubnet of \(network.name), which Azure doesn't"
          + " support: its gateways stop working",
        table.id, [audited.property(table.id, "disableBgpRoutePropagation", "true")],
        remedy: Remedy(
          "let gateway routes through",
          ["az network route-table update --ids \(table.id) --disable-bgp-route-propagation false"]))
    }
  }
}
