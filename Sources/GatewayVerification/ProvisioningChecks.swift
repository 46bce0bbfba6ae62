internal import Findings

/// Whether the gateway and its connections exist as they are configured.
struct ProvisioningChecks {
  private let subject: GatewaySubject

  init(_ subject: GatewaySubject) { self.subject = subject }

  var checks: [Check] {
    let gateway = subject.gateway
    var found: [Check] = []
    if let state = gateway.provisioningState {
      let evidence = [subject.property(gateway.id, "provisioningState", state)]
      switch state.lowercased() {
      case "succeeded":
        found.append(subject.pass(.gatewayNotProvisioned, "gateway \(subject.name) is provisioned"))
      case "failed", "canceled":
        found.append(
          Check(
            .gatewayNotProvisioned, .fail, "gateway \(subject.name) is \(state): its last operation didn't succeed",
            gateway.id, evidence,
            remedy: Remedy(
              "write the gateway again, which repeats the operation; then support",
              ["az network vnet-gateway update --ids \(gateway.id)"])))
      default:
        // An operation that goes on says nothing of what the gateway did before.
        found.append(
          Check(
            .gatewayNotProvisioned, .warning, "gateway \(subject.name) is \(state): an operation hasn't ended",
            gateway.id, evidence, remedy: Remedy("wait until it is done")))
      }
    }
    if gateway.adminState?.lowercased() == "disabled" {
      found.append(
        Check(
          .gatewayNotProvisioned, .fail, "gateway \(subject.name) is disabled by its administrator", gateway.id,
          [subject.property(gateway.id, "adminState", "Disabled")],
          remedy: Remedy(
            "enable it", ["az network vnet-gateway update --ids \(gateway.id) --set adminState=Enabled"])))
    }
    return found
  }
}
