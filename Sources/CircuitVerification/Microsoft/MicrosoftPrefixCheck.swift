internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether Microsoft peering's prefixes are public, and validated.
///
/// - Source: ExpressRoute semantics A.2.2, rules ER-C08 and ER-C10.
struct MicrosoftPrefixCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.peerings.first(where: { $0.type == .microsoftPeering }), peering.isConfigured else {
      return []
    }
    let links = peering.paths.compactMap { path -> CircuitFinding? in
      guard let prefix = path.prefix?.prefix, prefix.firstAddress.isPrivate else { return nil }
      return subject.finding(
        .microsoftPeeringPrefixes, .fail,
        "the \(path.path.rawValue) link of Microsoft peering has \(prefix), which is private; it takes public addresses of the"
          + " customer's", at: subject.linkPoints, path: path.path, peering: peering,
        evidence: [
          subject.property("\(path.path.rawValue)PeerAddressPrefix", path.prefix?.text, of: peering.peering.id)
        ], party: .customer, remedy: Remedy("give the link a public /30 that the customer owns"))
    }
    return links + validation(peering, subject) + advertised(peering, subject)
  }

  private static func validation(_ peering: PeeringSubject, _ subject: CircuitSubject) -> [CircuitFinding] {
    guard let config = peering.peering.microsoftPeering else {
      return [
        subject.finding(
          .microsoftPeeringPrefixes, .fail, "Microsoft peering has no configuration of what the customer announces",
          at: [.microsoftEdge], peering: peering,
          evidence: [subject.property("microsoftPeeringConfig", nil, of: peering.peering.id)], party: .customer,
          remedy: Remedy("name the public prefixes that the customer announces"))
      ]
    }
    let state = config.advertisedPublicPrefixesState
    let reading = state.flatMap { state in
      Reading.all(of: .advertisedPublicPrefixesState).first { $0.id.lowercased() == state.lowercased() }
    }
    let evidence = [subject.property("advertisedPublicPrefixesState", state, of: peering.peering.id)]
    func finding(
      _ status: Check.Status, _ summary: String, _ advice: String? = nil
    ) -> CircuitFinding {
      subject.finding(
        .microsoftPeeringPrefixes, status, "Microsoft peering: \(summary)", at: [.microsoftEdge], peering: peering,
        evidence: evidence, reading: reading, party: advice == nil ? nil : .customer,
        remedy: advice.map { Remedy($0, [CircuitCommand.peering(subject.circuit.id, peering.type)]) })
    }
    switch state?.lowercased() {
    case "configured": return [finding(.pass, "the announced public prefixes are validated")]
    case "configuring":
      return [finding(.warning, "the announced prefixes are being validated", "wait, and read it again")]
    case "validationneeded":
      return [
        finding(
          .fail, "the announced prefixes could not be validated, and are not accepted meanwhile",
          "open a support request with a letter of ownership")
      ]
    case "notconfigured":
      return [
        finding(.fail, "no public prefixes are configured", "name the public prefixes that the customer announces")
      ]
    default:
      return [
        subject.finding(
          .microsoftPeeringPrefixes, .unknown,
          "Microsoft peering: nothing says whether the announced prefixes are validated", at: [.microsoftEdge],
          peering: peering, evidence: evidence,
          remedy: Remedy("read the peering", [CircuitCommand.peering(subject.circuit.id, peering.type)]))
      ]
    }
  }

  private static func advertised(_ peering: PeeringSubject, _ subject: CircuitSubject) -> [CircuitFinding] {
    let prefixes = peering.peering.microsoftPeering?.advertisedPublicPrefixes ?? []
    let wrong = prefixes.filter { text in
      (try? IPPrefix(text, hostBits: .masked)).map { $0.firstAddress.isPrivate } ?? true
    }
    guard !wrong.isEmpty else { return [] }
    return [
      subject.finding(
        .microsoftPeeringPrefixes, .fail,
        "Microsoft peering announces \(wrong.joined(separator: ", ")), which Microsoft doesn't accept: it isn't public",
        at: [.customerEdge, .microsoftEdge], peering: peering,
        evidence: [
          subject.property("advertisedPublicPrefixes", prefixes.joined(separator: ", "), of: peering.peering.id)
        ],
        party: .customer, remedy: Remedy("announce public prefixes of the customer's alone; translate private sources"))
    ]
  }
}
