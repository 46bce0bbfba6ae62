internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity

/// Whether Microsoft's routers have sessions with the gateway's instances, on both paths, and learn the same from them.
///
/// - Source: table `mseeBgp`, BGP-NOGW; ExpressRoute semantics A.5 (ER-GW-ASYM).
struct GatewaySessionCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.privatePeering else { return [] }
    return peering.paths.compactMap { path in
      guard let observed = path.summary.observed, let neighbors = path.gatewayNeighbors else { return nil }
      return finding(neighbors, observed, path, peering, subject)
    } + [comparison(peering, subject)].compactMap { $0 }
  }

  private static func finding(
    _ neighbors: [BGPNeighbor], _ observed: Observed<RouteSummary>, _ path: PathSubject, _ peering: PeeringSubject,
    _ subject: CircuitSubject
  ) -> CircuitFinding? {
    let up = neighbors.filter(\.state.isEstablished)
    let evidence = [
      subject.evidence(
        observed, "routeTablesSummary/\(path.path.rawValue)",
        neighbors.isEmpty ? "no neighbour with AS 65515" : neighbors.map(BGPSessionCheck.row).joined(separator: "; "))
    ]
    guard !up.isEmpty else {
      // Without a connection there is no session to miss; a router that has no neighbour at all isn't programmed.
      guard !subject.connections.isEmpty, !observed.content.neighbors.isEmpty else { return nil }
      let reading = Reading.of(.edgeBGP, "BGP-NOGW")
      return subject.finding(
        .gatewaySessions, .fail,
        "Microsoft's router on the \(path.path.rawValue) path has no session with a gateway (AS 65515), though"
          + " \(subject.connections.count) connection\(subject.connections.count == 1 ? "" : "s") should bring one",
        at: subject.points(of: "MSEE has no 65515 neighbour"), path: path.path, peering: peering, evidence: evidence,
        reading: reading, party: .customer,
        remedy: Remedy(
          reading?.advice ?? "", subject.connections.map { "az network vpn-connection show --ids \($0.id)" }))
    }
    let isSingle = up.count == 1
    return subject.finding(
      .gatewaySessions, isSingle ? .warning : .pass,
      isSingle
        ? "Microsoft's router on the \(path.path.rawValue) path has a session with one instance of a gateway alone"
          + " (\(up[0].addressText)): inferred, the other one is down or being replaced"
        : "Microsoft's router on the \(path.path.rawValue) path has sessions with \(up.count) instances of gateways",
      at: [.gateway], path: path.path, peering: peering, evidence: evidence,
      remedy: isSingle
        ? Remedy(
          "read it again after some minutes; if it stays so, look for maintenance of the gateway",
          [CircuitCommand.summary(subject.circuit.id, peering.type, path.path)]) : nil)
  }

  private static func comparison(_ peering: PeeringSubject, _ subject: CircuitSubject) -> CircuitFinding? {
    guard let primary = peering.path(.primary).azure, let secondary = peering.path(.secondary).azure,
      primary != secondary, let first = peering.path(.primary).routes.observed,
      let second = peering.path(.secondary).routes.observed
    else { return nil }
    let missing = (primary.isEmpty || secondary.isEmpty) ? "all" : "some"
    return subject.finding(
      .gatewaySessions, .warning,
      "Microsoft's two routers know different networks of Azure: \(RouteSymmetryCheck.list(primary.symmetricDifference(secondary).sorted()))"
        + " on one path alone (\(missing) sessions of a gateway are missing there)", at: [.microsoftEdge, .gateway],
      peering: peering,
      evidence: [
        subject.evidence(first, "routeTables/primary", "\(primary.count) networks"),
        subject.evidence(second, "routeTables/secondary", "\(secondary.count) networks"),
      ], party: .microsoft, remedy: Remedy("ask Microsoft's support if it stays so, with the service key"))
  }
}
