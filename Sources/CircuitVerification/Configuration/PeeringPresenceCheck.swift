internal import AzureResources
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether the circuit has a peering, and the one that its connections need.
///
/// - Source: the guide, "Validate peering configuration"; rule ER-C02.
struct PeeringPresenceCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    let circuit = subject.circuit
    let needsPrivate = subject.peerings.isEmpty || !subject.connections.isEmpty
    let names = subject.peerings.map(\.type.rawValue)
    let evidence = [subject.property("peerings", names.isEmpty ? "none" : names.joined(separator: ", "))]
    var findings = subject.peerings.compactMap { absent($0, subject) }
    if subject.privatePeering == nil, needsPrivate {
      let isProviders = subject.model == .ipvpn
      findings.append(
        subject.finding(
          .peeringPresence, .fail,
          subject.connections.isEmpty
            ? "circuit \(circuit.id.name) has no peering"
            : "circuit \(circuit.id.name) has no private peering, and \(subject.connections.count) connection"
              + "\(subject.connections.count == 1 ? " needs" : "s need") one", at: [.microsoftEdge],
          evidence: evidence, party: isProviders ? .provider : .customer,
          remedy: Remedy(
            "create the private peering with the values of the customer's edge; where the provider routes (IPVPN) it fills"
              + " them in: refresh the circuit's configuration first",
            [
              "az network express-route peering create\(circuit.id.resourceGroup.map { " -g \($0)" } ?? "")"
                + " --circuit-name \(circuit.id.name) --peering-type AzurePrivatePeering --peer-asn <asn> --vlan-id <vlan>"
                + " --primary-peer-subnet <prefix/30> --secondary-peer-subnet <prefix/30>"
            ])))
    }
    if subject.peerings.contains(where: { $0.type == .publicPeering }) {
      findings.append(
        subject.finding(
          .peeringPresence, .warning, "the circuit has a public peering, which Azure has retired", at: [.microsoftEdge],
          evidence: evidence, party: .customer, remedy: Remedy("use Microsoft peering for public services")))
    }
    if findings.isEmpty, !names.isEmpty {
      findings.append(
        subject.finding(
          .peeringPresence, .pass, "the circuit has \(names.joined(separator: ", "))", at: [.microsoftEdge],
          evidence: evidence))
    }
    return findings
  }

  /// Microsoft's edge says that a peering isn't there which the configuration has.
  private static func absent(_ peering: PeeringSubject, _ subject: CircuitSubject) -> CircuitFinding? {
    guard let failure = peering.absence else { return nil }
    let reading = Reading.of(.arp, "ARP-400")
    return subject.finding(
      .peeringPresence, .fail,
      "Microsoft's edge doesn't know \(peering.type.rawValue): \(failure.message ?? failure.code ?? "not found")",
      at: [.microsoftEdge], peering: peering, evidence: [subject.evidence(failure, "peering")], reading: reading,
      party: subject.party(reading),
      remedy: Remedy(reading?.advice ?? "", [CircuitCommand.peering(subject.circuit.id, peering.type)]))
  }
}
