internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Connections with BGP whose ends aren't set up for it (G3).
struct BGPSettingsCheck: AuditCheck {
  static let code = CheckCode.bgpSettingsInconsistent

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.connections.compactMap { connection in
      guard connection.enableBgp, connection.connectionType ?? .ipsec == .ipsec,
        let index = estate.localNetworkGatewayIndex(connection.localNetworkGateway2)
      else { return nil }
      let site = estate.localNetworkGateways[index]
      let gateway = estate.virtualNetworkGatewayIndex(connection.virtualNetworkGateway1)
        .map { estate.virtualNetworkGateways[$0] }
      let (what, resource): (String, ResourceID)
      if site.bgpPeeringAddress == nil {
        (what, resource) = ("local network gateway \(site.id.name) has no BGP peering address", site.id)
      } else if let gateway, !gateway.enableBgp {
        (what, resource) = ("gateway \(gateway.id.name) has BGP off", gateway.id)
      } else if let gateway, let own = gateway.asn, own == site.asn {
        (what, resource) = ("gateway and site both have AS number \(own)", site.id)
      } else {
        return nil
      }
      return Finding(
        code, .error, "connection \(connection.id.name) uses BGP, but \(what): no session comes up", resource,
        [
          audited.property(connection.id, "enableBgp", "true"),
          audited.property(site.id, "bgpSettings", site.asn.map { "AS \($0)" } ?? "none"),
        ],
        remedy: Remedy(
          "give both ends their BGP settings",
          ["az network local-gateway update --ids \(site.id) --asn <ASN> --bgp-peering-address <address>"]))
    }
  }
}
