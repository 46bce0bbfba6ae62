internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Which path Azure prefers for the same prefix: the one with the shorter AS path; and whether the paths come from one
/// network.
///
/// - Source: ExpressRoute semantics A.5; table `mseeBgp`, PAIR-ASPATH.
struct ASPathCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.flatMap { peering -> [CircuitFinding] in
      guard let first = peering.path(.primary).routes.observed, let second = peering.path(.secondary).routes.observed,
        let left = peering.path(.primary).onPremises, let right = peering.path(.secondary).onPremises
      else { return reflections(peering, subject) }
      let others = Dictionary(right.compactMap { route in route.network.map { ($0, route) } }) { first, _ in first }
      var preferred: [DevicePath: [IPPrefix]] = [:]
      var origins: [IPPrefix] = []
      for route in left {
        guard let network = route.network, let other = others[network] else { continue }
        if route.path.length != other.path.length {
          preferred[route.path.length < other.path.length ? .primary : .secondary, default: []].append(network)
        }
        if let here = route.path.first, let there = other.path.first, here != there { origins.append(network) }
      }
      let evidence = [
        subject.evidence(first, "routeTables/primary", "\(left.count) rows of the edge"),
        subject.evidence(second, "routeTables/secondary", "\(right.count) rows of the edge"),
      ]
      var findings = DevicePath.allCases.compactMap { path -> CircuitFinding? in
        guard let networks = preferred[path] else { return nil }
        return subject.finding(
          .asPaths, .pass,
          "\(peering.type.rawValue): Azure sends to \(RouteSymmetryCheck.list(networks.sorted())) over the \(path.rawValue)"
            + " path, whose AS path is shorter; the \(path.other.rawValue) path is standby (prepended)", at: [],
          path: path, peering: peering, evidence: evidence, reading: Reading.of(.pair, "PAIR-ASPATH"))
      }
      if !origins.isEmpty {
        findings.append(
          subject.finding(
            .asPaths, .warning,
            "\(peering.type.rawValue): \(RouteSymmetryCheck.list(origins.sorted())) comes from different neighbours on the two"
              + " paths", at: subject.linkPoints, peering: peering, evidence: evidence, party: subject.speakerParty,
            remedy: Remedy("announce a prefix from one network, or with one AS path, on both sessions")))
      }
      return findings + reflections(peering, subject)
    }
  }

  /// What the edge gives back of what it learned from Microsoft on the other link.
  private static func reflections(_ peering: PeeringSubject, _ subject: CircuitSubject) -> [CircuitFinding] {
    peering.paths.compactMap { path in
      guard let observed = path.routes.observed, let rows = path.fromEdge?.filter(\.isReflected), !rows.isEmpty else {
        return nil
      }
      return subject.finding(
        .asPaths, .pass,
        "\(peering.type.rawValue), \(path.path.rawValue) path: \(subject.model.speaker) gives back \(rows.count) of"
          + " Microsoft's own prefixes (12076 in the AS path); harmless while it isn't selected", at: [],
        path: path.path, peering: peering,
        evidence: [subject.evidence(observed, "routeTables/\(path.path.rawValue)", rows[0].networkText)])
    }
  }
}
