internal import AzureResources
internal import CircuitVerification
internal import Estate
internal import Findings
internal import IPAddressing
internal import PathAnalysis
internal import Routing

/// Paths that leave the estate by an ExpressRoute gateway, or would: what its circuits say to them.
extension Diagnoser {
  /// Causes that say no more than that nothing leads on-premises: a fault of the circuit explains them.
  private static let unexplained: Set<CheckCode> = [
    .noRoute, .prefixNotLearned, .gatewayLacksPrefix, .connectionNotConnected, .gatewayWithoutConnection,
  ]

  /// Asks the circuits behind the path's gateway. Where none carries the packet, the fault of the first is the cause;
  /// where one does, its faults are warnings.
  ///
  /// - Complexity: O(hops) where no ExpressRoute gateway is in reach; else the circuits are read once.
  mutating func judgeCircuits(_ course: Course, _ report: inout CheckReport) {
    guard let (gateway, address) = expressRouteGateway(course, report) else { return }
    var insight = circuits ?? CircuitInsight(estate)
    defer { circuits = insight }
    let ids = insight.circuits(of: gateway)
    let verifications = ids.compactMap { insight.verification(of: $0) }
    guard !verifications.isEmpty, verifications.count == ids.count else { return }
    let passages = verifications.map { $0.passage(to: address) }
    let carried = passages.compactMap { passage -> [CircuitFinding]? in
      if case .carried(let faults) = passage { faults } else { nil }
    }
    if let index = passages.firstIndex(where: { if case .carried = $0 { true } else { false } }) {
      warn(of: carried[0], verifications[index], &report)
      return
    }
    let stops = passages.compactMap { passage -> CircuitFinding? in
      if case .stopped(let finding) = passage { finding } else { nil }
    }
    if stops.count == passages.count, let first = stops.first {
      explain(first, verifications[0].verification.resource, &report)
    } else {
      let open = verifications.flatMap { $0.verification.checks.filter { $0.status == .unknown } }
      if report.verdict != .reachable { report.warn(open) }
    }
  }

  private func explain(_ finding: CircuitFinding, _ circuit: ResourceID, _ report: inout CheckReport) {
    let cause = Cause(Self.naming(circuit, finding.check, finding.check.status))
    if report.cause.map({ Self.unexplained.contains($0.code) }) ?? true {
      report.explain(cause)
    } else {
      report.fail(cause)
    }
  }

  /// What costs redundancy, or that nothing does.
  private func warn(of faults: [CircuitFinding], _ found: CircuitVerification, _ report: inout CheckReport) {
    guard !faults.isEmpty else {
      let circuit = found.verification.resource
      report.add(Check(.pathRedundancy, .pass, "circuit \(circuit.name) carries it", circuit))
      return
    }
    report.warn(faults.map { Self.naming(found.verification.resource, $0.check, .warning) })
  }

  /// A circuit's check among those of a path, where the circuit has to be named.
  private static func naming(_ circuit: ResourceID, _ check: Check, _ status: Check.Status) -> Check {
    Check(
      check.code, status, "circuit \(circuit.name): \(check.summary)", check.resource, check.evidence,
      detail: check.detail, party: check.party, remedy: check.remedy)
  }

  /// The ExpressRoute gateway by which the path leaves, comes in, or would, and the address on-premises.
  private func expressRouteGateway(_ course: Course, _ report: CheckReport) -> (ResourceID, IPAddress)? {
    let forward = course.forward.deepest
    let packet = report.packet
    if let id = gateways(on: forward).first { return (id, packet.destination) }
    if let id = forward.hops.first?.resource, isExpressRoute(id) { return (id, packet.source) }
    if let back = course.back?.deepest, let id = gateways(on: back).first { return (id, packet.source) }
    guard let cause = report.cause, Self.unexplained.contains(cause.code), packet.destination.isPrivate,
      let network = estate.virtualNetworkIndex(forward.hops.last { $0.subnet != nil }?.subnet?.parent),
      estate.virtualNetworks(containing: packet.destination).isEmpty
    else { return nil }
    let gateways = estate.gateways(usedByNetwork: network).map { estate.virtualNetworkGateways[$0] }
    return gateways.first { $0.gatewayType == .expressRoute }.map { ($0.id, packet.destination) }
  }

  private func gateways(on trace: Trace) -> [ResourceID] {
    trace.hops.filter { $0.kind == .gateway }.compactMap(\.resource).filter(isExpressRoute)
  }

  private func isExpressRoute(_ id: ResourceID) -> Bool {
    id.kind == .virtualNetworkGateway
      && estate.virtualNetworkGatewayIndex(id).map { estate.virtualNetworkGateways[$0].gatewayType == .expressRoute }
        ?? false
  }
}
