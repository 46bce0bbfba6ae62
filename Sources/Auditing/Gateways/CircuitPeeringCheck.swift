internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Circuits without a working private peering, though a gateway is connected to them (E2).
struct CircuitPeeringCheck: AuditCheck {
  static let code = CheckCode.circuitPeeringNotEnabled

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let used = Set(audited.estate.connections.compactMap(\.peer))
    return audited.estate.expressRouteCircuits.flatMap { circuit -> [Finding] in
      let disabled = circuit.peerings.filter { $0.state?.lowercased() == "disabled" }.map { peering in
        Finding(
          code, .error,
          "peering \(peering.id.name) of circuit \(circuit.id.name) is disabled: no routes are exchanged over it",
          peering.id, [audited.property(peering.id, "state", "Disabled")],
          remedy: Remedy(
            "enable the peering",
            [
              "az network express-route peering update -g \(circuit.id.resourceGroup ?? "") --circuit-name"
                + " \(circuit.id.name) -n \(peering.id.name) --state Enabled"
            ]))
      }
      let hasPrivate = circuit.peerings.contains { $0.peeringType?.lowercased() == "azureprivatepeering" }
      guard !hasPrivate, used.contains(circuit.id) else { return disabled }
      return disabled + [
        Finding(
          code, .error,
          "circuit \(circuit.id.name) has a gateway connected to it, but no private peering: no routes reach the gateway",
          circuit.id, [audited.property(circuit.id, "peerings", audited.names(circuit.peerings.map(\.id)))],
          remedy: Remedy(
            "create the private peering",
            [
              "az network express-route peering create -g \(circuit.id.resourceGroup ?? "") --circuit-name"
                + " \(circuit.id.name) --peering-type AzurePrivatePeering --peer-asn <ASN> --vlan-id <VLAN>"
                + " --primary-peer-subnet <prefix> --secondary-peer-subnet <prefix>"
            ]))
      ]
    }
  }
}
