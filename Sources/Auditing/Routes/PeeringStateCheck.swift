internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Peerings with one side (P1).
struct PeeringStateCheck: AuditCheck {
  static let code = CheckCode.peeringNotConnected

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.virtualNetworks.flatMap { network -> [Finding] in
      network.peerings.compactMap { peering in
        guard let state = peering.peeringState, state != .connected, let remote = peering.remoteVirtualNetwork else {
          return nil
        }
        let back =
          "az network vnet peering create -g \(remote.resourceGroup ?? "") --vnet-name \(remote.name)"
          + " -n to-\(network.id.name) --remote-vnet \(network.id) --allow-vnet-access"
        let delete =
          "az network vnet peering delete -g \(network.id.resourceGroup ?? "") --vnet-name \(network.id.name)"
          + " -n \(peering.id.name)"
        let create =
          "az network vnet peering create -g \(network.id.resourceGroup ?? "") --vnet-name \(network.id.name)"
          + " -n \(peering.id.name) --remote-vnet \(remote) --allow-vnet-access"
        return Finding(
          code, .error,
          "peering \(peering.id.name) of \(network.id.name) is \(state.rawValue)"
            + (state == .initiated
              ? ": the side of \(remote.name) is missing" : ": the side of \(remote.name) was deleted")
            + ", and it brings no routes",
          peering.id, [audited.property(peering.id, "peeringState", state.rawValue)],
          remedy: Remedy(
            state == .initiated ? "create the other side" : "delete the peering and create both sides again",
            state == .initiated ? [back] : [delete, create, back]))
      }
    }
  }
}
