internal import Findings
internal import HybridConnectivity

/// The key for MD5, which Azure never shows: it can't be compared, and is a suspect only where sessions don't come up.
///
/// - Source: the guide, "Validate peering configuration".
struct SharedKeyCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter(\.isConfigured).map { peering in
      let isUp = peering.paths.contains { $0.isUp == true }
      guard isUp else {
        return subject.finding(
          .peeringSharedKey, .skipped,
          "\(peering.type.rawValue): whether a key for MD5 is set, and is the same at both ends, can't be seen: Azure never"
            + " shows it", at: [], peering: peering)
      }
      let all = peering.paths.allSatisfy { $0.isUp == true }
      return subject.finding(
        .peeringSharedKey, .pass,
        "\(peering.type.rawValue): an established session shows that both ends have the same key, or none"
          + (all ? "" : "; on the other path nothing shows it"), at: [], peering: peering)
    }
  }
}
