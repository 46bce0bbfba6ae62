internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// A route table that keeps gateway routes away from a subnet, and has no route of its own to what is behind the
/// gateway (U4).
struct PropagationCheck: AuditCheck {
  static let code = CheckCode.propagationDisabled

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    let onPremises = OnPremisesPrefixes(audited)
    var findings: [Finding] = []
    for (index, subnets) in audited.subnetsOfTable.enumerated() where !subnets.isEmpty {
      let table = estate.routeTables[index]
      // On GatewaySubnet it is AZR132.
      guard table.disableBgpRoutePropagation, !subnets.allSatisfy(audited.isGatewaySubnet) else { continue }
      let own = table.routes.compactMap { route -> IPPrefix? in
        if case .prefix(let prefix) = route.destination { prefix } else { nil }
      }
      guard !own.contains(.defaultIPv4) else { continue }
      let covered = IPAddressSet(prefixes: own)
      let network = audited.network(ofSubnet: subnets[0])
      let lost = onPremises.prefixes(ofNetwork: network).filter { !covered.contains($0) }
      guard !lost.isEmpty else { continue }
      findings.append(
        Finding(
          code, .warning,
          "route table \(table.id.name) keeps gateway routes away (disableBgpRoutePropagation) and has no route to"
            + " \(audited.list(lost)) on-premises: \(audited.names(subnets.map { estate.subnet($0).id })) can't reach them",
          table.id, [audited.property(table.id, "disableBgpRoutePropagation", "true")],
          remedy: Remedy(
            "let gateway routes through, or add user routes to the prefixes",
            ["az network route-table update --ids \(table.id) --disable-bgp-route-propagation false"])))
    }
    return findings
  }
}
