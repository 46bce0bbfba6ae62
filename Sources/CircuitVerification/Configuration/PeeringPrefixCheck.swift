internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether the links' networks are what Azure asks for, and who has which address: of a /30 and a /126 the first usable
/// address is the customer's (or provider's) router's, the second Microsoft's.
///
/// - Source: the guide, "Validate peering configuration"; rule ER-C05.
struct PeeringPrefixCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter(\.isConfigured).flatMap { peering -> [CircuitFinding] in
      let families = [AddressFamily.ipv4, .ipv6].filter { family in
        family == .ipv4 || peering.peering.ipv6Peering != nil
      }
      let links = families.flatMap { family in DevicePath.allCases.compactMap { link($0, family, peering, subject) } }
      return links + clash(peering, subject)
    }
  }

  private static func link(
    _ path: DevicePath, _ family: AddressFamily, _ peering: PeeringSubject, _ subject: CircuitSubject
  ) -> CircuitFinding? {
    let prefix = peering.peering.prefix(path, family)
    let property = "\(path.rawValue)PeerAddressPrefix"
    let evidence = [subject.property(property, prefix?.text, of: peering.peering.id)]
    let size = family == .ipv4 ? "/30" : "/126"
    func fail(_ what: String) -> CircuitFinding {
      subject.finding(
        .peeringPrefixes, .fail, "\(peering.type.rawValue): \(what)", at: subject.linkPoints, path: path,
        peering: peering,
        evidence: evidence, party: subject.speakerParty,
        remedy: Remedy(
          "give the \(path.rawValue) link a \(size) of its own, the same in Azure and at its other end",
          [
            "az network express-route peering update --ids \(peering.peering.id) --\(path.rawValue)-peer-subnet"
              + " <prefix\(size)>"
          ]))
    }
    guard let prefix else {
      // IPv6 may be configured without prefixes while it is prepared.
      return family == .ipv4 ? fail("the \(path.rawValue) link has no prefix") : nil
    }
    guard let parsed = prefix.prefix, parsed.family == family else {
      return fail("'\(prefix.text)' of the \(path.rawValue) link is no \(family == .ipv4 ? "IPv4" : "IPv6") prefix")
    }
    guard prefix.hasRightLength else {
      return fail("the \(path.rawValue) link's \(prefix.text) is a /\(parsed.length); Azure takes a \(size)")
    }
    guard prefix.isAligned, let edge = prefix.customerAddress, let microsoft = prefix.microsoftAddress else {
      return fail("the \(path.rawValue) link's \(prefix.text) isn't a network's first address; \(parsed) is")
    }
    return subject.finding(
      .peeringPrefixes, .pass,
      "\(peering.type.rawValue), \(path.rawValue) link \(parsed): \(edge) is \(subject.model.speaker)'s, \(microsoft)"
        + " Microsoft's", at: [], path: path, peering: peering, evidence: evidence,
      detail: [.init("customerAddress", "\(edge)"), .init("microsoftAddress", "\(microsoft)")])
  }

  /// Links of one peering or of two that share addresses.
  private static func clash(_ peering: PeeringSubject, _ subject: CircuitSubject) -> [CircuitFinding] {
    [AddressFamily.ipv4, .ipv6].compactMap { family in
      guard let primary = peering.peering.prefix(.primary, family)?.prefix,
        let secondary = peering.peering.prefix(.secondary, family)?.prefix,
        primary.overlaps(secondary)
      else { return nil }
      return subject.finding(
        .peeringPrefixes, .fail,
        primary == secondary
          ? "\(peering.type.rawValue) has \(primary) for both links"
          : "\(peering.type.rawValue): the links' prefixes \(primary) and \(secondary) overlap", at: subject.linkPoints,
        peering: peering,
        evidence: DevicePath.allCases.map {
          subject.property(
            "\($0.rawValue)PeerAddressPrefix", peering.peering.prefix($0, family)?.text, of: peering.peering.id)
        }, party: subject.speakerParty, remedy: Remedy("give each link a prefix of its own"))
    }
  }
}
