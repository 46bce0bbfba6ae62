internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// What became of the last operations of Azure Resource Manager on circuit and peerings: says nothing about traffic, but
/// a failed one leaves the configuration half done.
///
/// - Source: ExpressRoute semantics A.2, rule ER-C19.
struct ProvisioningStateCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let states =
      [(subject.circuit.id, subject.circuit.provisioningState)]
      + subject.peerings.map { ($0.peering.id, $0.peering.provisioningState) }
    return states.compactMap { id, state in
      let evidence = [subject.property("provisioningState", state, of: id)]
      switch state?.lowercased() {
      case "failed", "canceled":
        return subject.finding(
          .circuitOperation, .warning, "the last operation on \(id.name) ended as \(state ?? "")", at: [.microsoftEdge],
          resource: id, evidence: evidence, reading: Reading.of(.provisioningState, "Failed"), party: .customer,
          remedy: Remedy(
            "write the resource again as it is (Get, then Set) before anything else",
            ["az network express-route update --ids \(subject.circuit.id)"]))
      case "updating", "creating", "deleting":
        return subject.finding(
          .circuitOperation, .warning, "an operation on \(id.name) is under way: \(state ?? "")", at: [.microsoftEdge],
          resource: id, evidence: evidence, reading: Reading.of(.provisioningState, "Updating"),
          remedy: Remedy("wait until it is done", [CircuitCommand.show(subject.circuit.id)]))
      default: return nil
      }
    }
  }
}
