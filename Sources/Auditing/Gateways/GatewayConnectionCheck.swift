internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Gateways that lead nowhere.
struct GatewayConnectionCheck: AuditCheck {
  static let code = CheckCode.gatewayWithoutConnection

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.virtualNetworkGateways.indices.compactMap { index in
      let gateway = estate.virtualNetworkGateways[index]
      guard estate.connections(ofGateway: index).isEmpty, gateway.clientAddressPools.isEmpty,
        gateway.gatewayType != .localGateway
      else { return nil }
      return Finding(
        code, .note,
        "\(gateway.gatewayType.rawValue) gateway \(gateway.id.name) has no connection in the snapshot: it leads nowhere",
        gateway.id, [audited.property(gateway.id, "connections", "none")],
        remedy: Remedy(
          "collect the connections, create one, or delete the gateway",
          ["az network vpn-connection list -g \(gateway.id.resourceGroup ?? "") -o json"]))
    }
  }
}
