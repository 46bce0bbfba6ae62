internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether Microsoft's router knows the address at the other end of each link: layer 2.
///
/// - Source: the guide, "Validate ARP"; ExpressRoute semantics A.4.1. The age is never judged: its unit is uncertain.
struct ARPCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter { $0.absence == nil }.flatMap { peering in
      peering.paths.compactMap { finding($0, peering, subject) }
    }
  }

  private static func finding(
    _ path: PathSubject, _ peering: PeeringSubject, _ subject: CircuitSubject
  ) -> CircuitFinding? {
    let points = subject.points(of: "ARP On-Prem missing/Incomplete on one path")
    let command = CircuitCommand.arp(subject.circuit.id, peering.type, path.path)
    if !peering.peering.isEnabled { return nil }
    if let gap = subject.gap(path.arp, .arpTable, "ARP table", path, peering, at: points, command: command) {
      return gap
    }
    guard let observed = path.arp.observed else { return nil }
    let table = observed.content
    guard !table.entries.isEmpty else { return empty(observed, path, peering, subject) }
    guard let edge = table.onPremises else {
      return broken(
        "ARP-MS-ONLY", "Microsoft's router never learned \(expected(path, subject))", observed, path, peering, subject)
    }
    let evidence = [subject.evidence(observed, "arpTables/\(path.path.rawValue)", row(edge))]
    if edge.isIncomplete {
      return broken(
        "ARP-INCOMPLETE", "Microsoft's router asks for \(edge.ipAddressText) and nobody answers (Incomplete)", observed,
        path, peering, subject)
    }
    guard edge.macAddress != nil else {
      return subject.finding(
        .arpTable, .unknown,
        "the \(path.path.rawValue) path's ARP table has '\(edge.macAddressText)' for \(edge.ipAddressText), which is no MAC"
          + " address", at: points, path: path.path, peering: peering, evidence: evidence,
        remedy: Remedy("collect the table again", [command]))
    }
    if let expected = path.edgeAddress, let found = edge.ipAddress, found != expected {
      let reading = Reading.of(.arp, "ARP-IP-UNEXPECTED")
      let swapped = found == path.microsoftAddress ? ", which is Microsoft's: the two sides are swapped" : ""
      return subject.finding(
        .arpTable, .fail,
        "on the \(path.path.rawValue) link \(subject.model.speaker) answers as \(found)\(swapped); it must be \(expected),"
          + " the first usable address of \(path.prefix?.text ?? "")", at: [subject.linkPoints[0]], path: path.path,
        peering: peering, evidence: evidence, reading: reading, party: subject.speakerParty,
        remedy: Remedy(reading?.advice ?? "", [CircuitCommand.peering(subject.circuit.id, peering.type)]))
    }
    return subject.finding(
      .arpTable, .pass,
      "\(peering.type.rawValue), \(path.path.rawValue) path: \(edge.ipAddressText) is at \(edge.macAddressText)"
        + (table.microsoft == nil ? "; Microsoft's own row isn't listed, as on some hardware" : ""),
      at: [.customerEdge, .providerEdge, .providerMicrosoftEdge, .microsoftEdge], path: path.path, peering: peering,
      evidence: evidence, reading: Reading.of(.arp, "ARP-OK"))
  }

  /// No row at all: who has to act depends on how far the circuit was built.
  private static func empty(
    _ observed: Observed<ARPTable>, _ path: PathSubject, _ peering: PeeringSubject, _ subject: CircuitSubject
  ) -> CircuitFinding {
    let circuit = subject.circuit
    let isProvisioned = circuit.serviceProviderProvisioningState?.lowercased() == "provisioned" || circuit.isDirect
    let id = !isProvisioned ? "ARP-EMPTY-NP" : peering.isConfigured ? "ARP-EMPTY-CFG" : "ARP-EMPTY-L3"
    let reading = Reading.of(.arp, id)
    let points: [NetworkPoint] =
      isProvisioned
      ? subject.points(of: "ARP table empty on a configured peering")
      : subject.points(of: "provider state not Provisioned")
    let command = CircuitCommand.arp(circuit.id, peering.type, path.path)
    return subject.finding(
      .arpTable, id == "ARP-EMPTY-L3" ? .warning : .fail,
      "the ARP table of the \(path.path.rawValue) path is empty: \(reading?.meaning ?? "")", at: points,
      path: path.path,
      peering: peering,
      evidence: [subject.evidence(observed, "arpTables/\(path.path.rawValue)", "no rows")], reading: reading,
      party: subject.party(reading), remedy: Remedy(reading?.advice ?? "", [command]))
  }

  /// Nobody answers on the link: layer 2 between Microsoft's router and the one that should have the address.
  private static func broken(
    _ id: String, _ summary: String, _ observed: Observed<ARPTable>, _ path: PathSubject, _ peering: PeeringSubject,
    _ subject: CircuitSubject
  ) -> CircuitFinding {
    let reading = Reading.of(.arp, id)
    let other = peering.path(path.path.other)
    let otherWorks = other.arp.content?.onPremises?.macAddress != nil
    let isBuilt =
      subject.circuit.isDirect
      || subject.circuit.serviceProviderProvisioningState?.lowercased() == "provisioned"
    let place =
      !isBuilt
      ? "the provider has not provisioned the circuit"
      : otherWorks
        ? (subject.circuit.isDirect
          ? "the \(path.path.rawValue) link alone is down"
          : "the provider has not provisioned the \(path.path.rawValue) link, or its VLAN, port or address at the other end"
            + " is wrong: the \(path.path.other.rawValue) link works")
        : "layer 2 doesn't work on the \(path.path.rawValue) link"
    let rows = observed.content.entries.map(row).joined(separator: "; ")
    return subject.finding(
      .arpTable, .fail, "\(summary): \(place)", at: subject.points(of: "ARP On-Prem missing/Incomplete on one path"),
      path: path.path, peering: peering,
      evidence: [subject.evidence(observed, "arpTables/\(path.path.rawValue)", rows)], reading: reading,
      party: subject.circuit.isDirect ? .customer : .provider,
      remedy: Remedy(
        (reading?.nextActions.count ?? 0) > 1
          ? reading?.advice ?? "" : Reading.of(.arp, "ARP-INCOMPLETE")?.advice ?? "",
        [CircuitCommand.arp(subject.circuit.id, peering.type, path.path)]))
  }

  private static func expected(_ path: PathSubject, _ subject: CircuitSubject) -> String {
    path.edgeAddress.map { "\($0)" } ?? "the address of \(subject.model.speaker)"
  }

  private static func row(_ entry: ARPEntry) -> String {
    "\(entry.interface.text) \(entry.ipAddressText) \(entry.macAddressText)"
      + (entry.age.map { " age \($0)" } ?? "")
  }
}
