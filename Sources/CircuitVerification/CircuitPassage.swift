internal import Findings
public import IPAddressing
internal import HybridConnectivity

/// What a circuit does with packets for an address on-premises, or from it.
public enum CircuitPassage: Sendable, Hashable {
  /// At least one path carries them; the faults that are left cost redundancy.
  case carried(faults: [CircuitFinding])
  /// Nothing carries them, and why.
  case stopped(CircuitFinding)
  /// What would tell is missing, or nothing is wrong with the circuit and on-premises doesn't announce the address.
  case unknown
}

extension CircuitVerification {
  /// Faults that take both paths with them.
  private static let total: Set<CheckCode> = [
    .circuitStatus, .providerStatus, .peeringPresence, .peeringState, .circuitConnection, .bgpPeerNotConnected,
    .gatewayLacksEdgePrefix, .circuitAuthorization,
  ]

  /// Faults that take one path.
  private static let ofPath: Set<CheckCode> = [
    .directPort, .arpTable, .bgpSession, .receivedPrefixes, .gatewaySessions,
  ]

  /// What the circuit's private peering does with packets for an address on-premises.
  public func passage(to address: IPAddress) -> CircuitPassage {
    let faults = findings.filter { finding in
      finding.check.status == .fail && (finding.peering ?? .privatePeering) == .privatePeering
    }
    if let total = faults.first(where: { $0.path == nil && Self.total.contains($0.check.code) }) {
      return .stopped(total)
    }
    let dead = Set(
      DevicePath.allCases.filter { path in
        reach.isUp[path] == false || faults.contains { $0.path == path && Self.ofPath.contains($0.check.code) }
      })
    let alive = DevicePath.allCases.filter { !dead.contains($0) && reach.isUp[$0] == true }
    if alive.contains(where: { reach.announces(address, on: $0) != false }) { return .carried(faults: faults) }
    // No living path has the address: it is on the dead one, if anywhere.
    let causes = faults.filter { $0.path.map(dead.contains) ?? false }
    let isDecided = dead.count == DevicePath.allCases.count || !alive.isEmpty
    if isDecided, let cause = causes.first { return .stopped(cause) }
    return .unknown
  }
}
