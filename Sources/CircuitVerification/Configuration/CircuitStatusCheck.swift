internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether Microsoft's side of the circuit is enabled: the portal's "Circuit status".
///
/// - Source: the guide, "Verify circuit provisioning and state".
struct CircuitStatusCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let circuit = subject.circuit
    let evidence = [subject.property("circuitProvisioningState", circuit.circuitProvisioningState)]
    let state = circuit.circuitProvisioningState
    switch state?.lowercased() {
    case nil:
      return [
        subject.finding(
          .circuitStatus, .unknown, "the snapshot doesn't say whether circuit \(circuit.id.name) is enabled",
          at: [.microsoftEdge], evidence: evidence,
          remedy: Remedy("read the circuit itself", [CircuitCommand.show(circuit.id)]))
      ]
    case "enabled":
      return [
        subject.finding(
          .circuitStatus, .pass, "Microsoft has enabled circuit \(circuit.id.name)", at: [.microsoftEdge],
          evidence: evidence)
      ]
    case "disabled", "notenabled":
      let reading = Reading.of(.circuitState, "CKT-DIS")
      return [
        subject.finding(
          .circuitStatus, .fail, "circuit \(circuit.id.name) is \(state ?? ""): Microsoft's side is not enabled",
          at: [.microsoftEdge], evidence: evidence, reading: reading, party: .microsoft,
          remedy: Remedy(
            "if it stays so, ask Microsoft's support, with the service key",
            [
              "az network express-route show --ids \(circuit.id) --query serviceKey"
            ]))
      ]
    default:
      let reading = Reading.of(.circuitState, "CKT-ENABLING")
      return [
        subject.finding(
          .circuitStatus, .warning,
          "circuit \(circuit.id.name) is \(state ?? ""): on its way between two states, it carries nothing yet or soon"
            + " nothing any more", at: [.microsoftEdge], evidence: evidence, reading: reading, party: .microsoft,
          remedy: Remedy(
            "wait and read it again; ask Microsoft's support where it stays so",
            [
              CircuitCommand.show(circuit.id)
            ]))
      ]
    }
  }
}
