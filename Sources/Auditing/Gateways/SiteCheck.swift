internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Sites that no connection joins to a gateway (G1).
struct SiteCheck: AuditCheck {
  static let code = CheckCode.siteNotConnected

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let connected = Set(audited.estate.connections.compactMap(\.localNetworkGateway2))
    return audited.estate.localNetworkGateways.filter { !connected.contains($0.id) }.map { site in
      Finding(
        code, .warning,
        "local network gateway \(site.id.name) (\(audited.list(site.addressPrefixes))) has no connection to a gateway",
        site.id, [audited.property(site.id, "localNetworkAddressSpace", audited.list(site.addressPrefixes, limit: 8))],
        remedy: Remedy(
          "create the connection, or delete the site",
          [
            "az network vpn-connection create -g \(site.id.resourceGroup ?? "") -n to-\(site.id.name) --vnet-gateway1"
              + " <gateway> --local-gateway2 \(site.id) --shared-key <key>"
          ]))
    }
  }
}
