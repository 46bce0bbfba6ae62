internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether peerings are enabled, and filled in.
///
/// - Source: the guide, "Validate peering configuration": where the provider routes it configures the peering, and the
///   copy in Azure may be blank until it is refreshed.
struct PeeringStateCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.map { peering in
      let evidence = [
        subject.property("state", peering.peering.state, of: peering.peering.id),
        subject.property("lastModifiedBy", peering.peering.lastModifiedBy, of: peering.peering.id),
      ]
      let name = peering.type.rawValue
      guard peering.peering.isEnabled else {
        let reading = Reading.of(.peeringState, "Disabled")
        return subject.finding(
          .peeringState, .fail, "\(name) is disabled", at: [.microsoftEdge], peering: peering, evidence: evidence,
          reading: reading, party: .customer,
          remedy: Remedy(
            "enable the peering; its configuration is kept while it is disabled",
            ["az network express-route peering update --ids \(peering.peering.id) --set state=Enabled"]))
      }
      guard peering.isConfigured else {
        let reading = Reading.of(.arp, "ARP-EMPTY-L3")
        return subject.finding(
          .peeringState, .warning,
          "\(name) has neither prefixes nor the peer's AS number: the provider has not configured it, or Azure's copy is old",
          at: [.providerMicrosoftEdge, .microsoftEdge], peering: peering, evidence: evidence, reading: reading,
          party: .customer,
          remedy: Remedy(
            reading?.advice ?? "", ["az network express-route update --ids \(subject.circuit.id)"]))
      }
      let by = peering.peering.lastModifiedBy.map { ", last changed by the \($0.lowercased())" } ?? ""
      return subject.finding(
        .peeringState, .pass, "\(name) is enabled\(by)", at: [.microsoftEdge], peering: peering, evidence: evidence)
    }
  }
}
