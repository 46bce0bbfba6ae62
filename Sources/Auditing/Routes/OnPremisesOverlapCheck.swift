internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import Routing

/// Prefixes from on-premises that lie in the address space of a network that uses the gateway (P8).
///
/// The network's own routes are preferred over learned ones (routing semantics B-083), so hosts there are not reached.
struct OnPremisesOverlapCheck: AuditCheck {
  static let code = CheckCode.overlappingAddressSpaces

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    let onPremises = OnPremisesPrefixes(audited)
    return estate.virtualNetworks.indices.flatMap { index in
      let network = estate.virtualNetworks[index]
      return estate.gateways(usedByNetwork: index).compactMap { gateway -> Finding? in
        let own = network.addressPrefixes.flatMap { onPremises.prefixes(ofGateway: gateway, within: $0) }
        guard !own.isEmpty else { return nil }
        let id = estate.virtualNetworkGateways[gateway].id
        return Finding(
          code, .warning,
          "gateway \(id.name) leads to \(audited.list(own)) on-premises, which is inside \(network.id.name)'s own address"
            + " space: hosts there can't be reached from the network",
          network.id,
          [audited.property(network.id, "addressSpace", audited.list(network.addressPrefixes, limit: 8))]
            + [audited.property(id, "learnedRoutes", audited.list(own, limit: 8))],
          remedy: Remedy(
            "stop announcing the prefix from on-premises, or give the network another address space",
            ["az network vnet-gateway list-learned-routes --ids \(id)"]))
      }
    }
  }
}
