internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the provider has built its part: the portal's "Provider status". Direct circuits have no provider.
///
/// - Source: the guide, "Verify circuit provisioning and state".
struct ProviderStatusCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let circuit = subject.circuit
    guard !circuit.isDirect else { return [] }
    let state = circuit.serviceProviderProvisioningState
    let provider = circuit.serviceProvider?.serviceProviderName.map { "the provider (\($0))" } ?? "the provider"
    let evidence = [subject.property("serviceProviderProvisioningState", state)]
    let points = subject.points(of: "provider state not Provisioned")
    let key = "az network express-route show --ids \(circuit.id) --query serviceKey"
    func finding(
      _ status: Check.Status, _ summary: String, _ id: String, _ advice: String, _ command: String
    ) -> CircuitFinding {
      subject.finding(
        .providerStatus, status, summary, at: points, evidence: evidence, reading: Reading.of(.circuitState, id),
        party: .provider, remedy: Remedy(advice, [command]))
    }
    switch state?.lowercased() {
    case nil:
      return [
        subject.finding(
          .providerStatus, .unknown, "the snapshot doesn't say what the provider has provisioned", at: points,
          evidence: evidence, remedy: Remedy("read the circuit itself", [CircuitCommand.show(circuit.id)]))
      ]
    case "provisioned":
      return [
        subject.finding(
          .providerStatus, .pass, "\(provider) has provisioned circuit \(circuit.id.name)", at: points,
          evidence: evidence, reading: Reading.of(.circuitState, "CKT-OK"))
      ]
    case "provisioning":
      return [
        finding(
          .warning, "\(provider) is still provisioning circuit \(circuit.id.name)", "CKT-PROV",
          "wait for Provisioned; ask the provider where it stays so", CircuitCommand.show(circuit.id))
      ]
    case "deprovisioning", "deprovisioned":
      return [
        finding(
          .warning, "\(provider) is taking circuit \(circuit.id.name) down (\(state ?? ""))", "CKT-DEPROV",
          "ask the provider if that isn't wanted", CircuitCommand.show(circuit.id))
      ]
    case "notprovisioned":
      return [
        finding(
          .fail, "\(provider) has not provisioned circuit \(circuit.id.name)", "CKT-NEW",
          "give the provider the circuit's service key; where it stays so, the provider has to say why", key)
      ]
    default:
      return [
        subject.finding(
          .providerStatus, .unknown, "the provider's state '\(state ?? "")' is none that Azure documents", at: points,
          evidence: evidence, remedy: Remedy("read the circuit again", [CircuitCommand.show(circuit.id)]))
      ]
    }
  }
}
