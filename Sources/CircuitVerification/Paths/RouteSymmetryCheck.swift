internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether the edge announces the same prefixes on both paths. What it gives back of Microsoft's own doesn't count.
///
/// - Source: ExpressRoute semantics A.5; table `mseeBgp`, PAIR-PFX-DIFF.
struct RouteSymmetryCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.filter { $0.absence == nil && $0.peering.isEnabled }.flatMap { peering -> [CircuitFinding] in
      let gaps = peering.paths.compactMap { path in
        subject.gap(
          path.routes, .oneSidedPrefixes, "route table", path, peering, at: subject.linkPoints,
          command: CircuitCommand.routes(subject.circuit.id, peering.type, path.path))
      }
      return gaps + [comparison(peering, subject)].compactMap { $0 }
    }
  }

  private static func comparison(_ peering: PeeringSubject, _ subject: CircuitSubject) -> CircuitFinding? {
    let primary = peering.path(.primary)
    let secondary = peering.path(.secondary)
    guard let first = primary.routes.observed, let second = secondary.routes.observed,
      let left = primary.onPremises, let right = secondary.onPremises
    else { return nil }
    // The networks of a path that is down are gone with it: that is the session's fault, not a second one.
    guard primary.isUp != false, secondary.isUp != false, !(left.isEmpty && right.isEmpty) else { return nil }
    let onPrimary = Set(left.compactMap(\.network))
    let onSecondary = Set(right.compactMap(\.network))
    let onlyPrimary = onPrimary.subtracting(onSecondary).sorted()
    let onlySecondary = onSecondary.subtracting(onPrimary).sorted()
    let evidence = [
      subject.evidence(first, "routeTables/primary", "\(onPrimary.count) prefixes of on-premises"),
      subject.evidence(second, "routeTables/secondary", "\(onSecondary.count) prefixes of on-premises"),
    ]
    guard !onlyPrimary.isEmpty || !onlySecondary.isEmpty else {
      return subject.finding(
        .oneSidedPrefixes, .pass, "\(peering.type.rawValue): both paths bring the same \(onPrimary.count) prefixes",
        at: subject.linkPoints, peering: peering, evidence: evidence)
    }
    let sides = [(onlyPrimary, DevicePath.primary), (onlySecondary, .secondary)].filter { !$0.0.isEmpty }
      .map { "\(list($0.0)) on the \($0.1.rawValue) path alone" }
    return subject.finding(
      .oneSidedPrefixes, .warning,
      "\(peering.type.rawValue): \(sides.joined(separator: ", ")): lost with that path, redundancy doesn't hold for them",
      at: subject.linkPoints, path: onlySecondary.isEmpty ? .secondary : onlyPrimary.isEmpty ? .primary : nil,
      peering: peering, evidence: evidence, reading: Reading.of(.pair, "PAIR-PFX-DIFF"), party: subject.speakerParty,
      remedy: Remedy("announce the same prefixes over both sessions"))
  }

  /// The first few of a list, and how many more.
  static func list(_ prefixes: [IPPrefix]) -> String {
    let shown = prefixes.prefix(5).map { "\($0)" }.joined(separator: ", ")
    return prefixes.count > 5 ? "\(shown) and \(prefixes.count - 5) more" : shown
  }
}
