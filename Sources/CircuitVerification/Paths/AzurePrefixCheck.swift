internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether on-premises announces a network that is Azure's: packets for it, and replies, then leave Azure.
///
/// - Source: ExpressRoute semantics A.5 (ER-OVERLAP), A.7.
struct AzurePrefixCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    guard let peering = subject.privatePeering else { return [] }
    let space = subject.gateways.flatMap(\.addressSpace)
    return peering.paths.compactMap { path in
      guard let observed = path.routes.observed, let rows = path.onPremises else { return nil }
      let azure = space + (path.azure ?? []).sorted()
      for route in rows {
        guard let network = route.network, let owned = azure.first(where: { $0.contains(network) }) else { continue }
        let how = owned == network ? "which is Azure's own" : "which lies in Azure's \(owned)"
        return subject.finding(
          .announcedAzurePrefix, .fail,
          "on-premises announces \(network) on the \(path.path.rawValue) path, \(how): packets for it go on-premises"
            + (owned == network ? "" : ", as the longer prefix wins"),
          at: subject.points(of: "BGP up, 0 prefixes from CE"),
          path: path.path, peering: peering,
          evidence: [
            subject.evidence(
              observed, "routeTables/\(path.path.rawValue)",
              "\(route.networkText) \(route.nextHopText) \(route.path.text)")
          ], party: subject.speakerParty,
          remedy: Remedy(
            "stop announcing \(network) at the edge",
            [CircuitCommand.routes(subject.circuit.id, peering.type, path.path)]))
      }
      return nil
    }
  }
}
