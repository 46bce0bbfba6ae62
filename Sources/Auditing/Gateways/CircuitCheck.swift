internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Circuits that Azure or the provider hasn't turned on (E1).
struct CircuitCheck: AuditCheck {
  static let code = CheckCode.circuitNotProvisioned

  static func findings(in audited: AuditedEstate) -> [Finding] {
    audited.estate.expressRouteCircuits.compactMap { circuit in
      let azure = circuit.circuitProvisioningState
      let provider = circuit.serviceProviderProvisioningState
      let isOff = azure.map { $0.lowercased() != "enabled" } ?? false
      let isAbsent = provider.map { $0.lowercased() != "provisioned" } ?? false
      guard isOff || isAbsent else { return nil }
      let what =
        isOff
        ? "is \(azure ?? ""): it has to be enabled in Azure"
        : "is \(provider ?? "") at the provider, who has to provision it"
      return Finding(
        code, .error, "ExpressRoute circuit \(circuit.id.name) \(what)", circuit.id,
        [
          audited.property(circuit.id, "circuitProvisioningState", azure ?? "unknown"),
          audited.property(circuit.id, "serviceProviderProvisioningState", provider ?? "unknown"),
        ],
        remedy: Remedy(
          isAbsent ? "give the provider the circuit's service key" : "enable the circuit",
          ["az network express-route show --ids \(circuit.id) --query serviceKey"]))
    }
  }
}
