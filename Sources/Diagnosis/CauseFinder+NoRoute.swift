internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import PathAnalysis
internal import Remediation
internal import Routing

/// Why there is no route: the routes that would have led on, and what keeps them away.
extension CauseFinder {
  func noRoute(_ candidates: [RouteCandidate]) -> Cause {
    let evidence = candidates.prefix(4).map { Evidence.route($0.route) }
    let withheld = candidates.lazy.filter { $0.route.nextHopType != .none }.compactMap { candidate in
      if case .withheld(let reason) = candidate.outcome { (candidate, reason) } else { nil }
    }
    if let (candidate, reason) = withheld.first { return self.withheld(candidate, reason, Array(evidence)) }
    return notAssociated(Array(evidence)) ?? beyondGateway(Array(evidence)) ?? unconnected(Array(evidence))
  }

  private func withheld(_ candidate: RouteCandidate, _ reason: WithholdingReason, _ evidence: [Evidence]) -> Cause {
    let prefix = "\(candidate.prefix)"
    let detail: [Cause.Detail] = [.init("addressPrefix", prefix)]
    switch reason {
    case .propagationDisabled(let table):
      return Cause(
        code: .propagationDisabled, resource: table, detail: detail,
        summary:
          "route table \(table.name) keeps gateway routes away (disableBgpRoutePropagation), \(prefix) among them",
        remedy: Remedy(
          "let gateway routes through, or add a user route to \(prefix)",
          [.set(table, property: "disableBgpRoutePropagation", value: false)]),
        evidence: evidence + [property(table, "disableBgpRoutePropagation", "true")])
    case .peeringRoutesDisabled(let table):
      return Cause(
        code: .peeringRoutesDisabled, resource: table, detail: detail,
        summary: "route table \(table.name) keeps peering routes away (disablePeeringRoute), \(prefix) among them",
        remedy: Remedy(
          "let peering routes through, or add a user route to \(prefix)",
          [.set(table, property: "disablePeeringRoute", value: "None")]),
        evidence: evidence + [property(table, "disablePeeringRoute", "All")])
    case .peeringNotConnected(let peering, let state):
      return notConnected(peering, state, detail, evidence + [property(peering, "peeringState", state.rawValue)])
    case .peeringNotSynchronised(let peering):
      return Cause(
        code: .peeringNotSynchronised, resource: peering, detail: detail,
        summary: "peering \(peering.name) was last synchronised before the remote network got \(prefix)",
        remedy: Remedy(
          "synchronise the peering", [.synchronise(peering: peering)]),
        evidence: evidence + stale(peering))
    case .noGatewayTransit(let peering, let uses, let allows):
      return noTransit(peering, uses, allows, detail, evidence)
    }
  }

  func notConnected(
    _ id: ResourceID, _ state: PeeringState, _ detail: [Cause.Detail], _ evidence: [Evidence]
  ) -> Cause {
    Cause(
      code: .peeringNotConnected, resource: id, detail: detail + [.init("peeringState", state.rawValue)],
      summary: "peering \(id.name) of \(id.parent?.name ?? "") is \(state.rawValue): it brings no routes",
      remedy: Remedy(
        state == .disconnected ? "delete the peering and create both sides again" : "create the other side",
        peer(id.parent, peering(id)?.remoteVirtualNetwork)),
      evidence: evidence)
  }

  private func noTransit(
    _ id: ResourceID, _ uses: Bool, _ allows: Bool, _ detail: [Cause.Detail], _ evidence: [Evidence]
  ) -> Cause {
    var changes: [Change] = []
    var parts: [String] = []
    if !allows {
      parts.append("the gateway's side doesn't offer it (allowGatewayTransit)")
      if let back = reverse(of: id) { changes.append(.set(back, property: "allowGatewayTransit", value: true)) }
    }
    if !uses {
      parts.append("this side doesn't use it (useRemoteGateways)")
      changes.append(.set(id, property: "useRemoteGateways", value: true))
    }
    return Cause(
      code: .noGatewayTransit, resource: allows ? id : reverse(of: id) ?? id,
      detail: detail + [.init("useRemoteGateways", "\(uses)"), .init("allowGatewayTransit", "\(allows)")],
      summary: "a gateway behind peering \(id.name) knows the way, but \(parts.joined(separator: ", and "))",
      remedy: Remedy("turn on gateway transit on both sides of the peering", changes),
      evidence: evidence + [
        property(id, "useRemoteGateways", "\(uses)"),
        property(reverse(of: id) ?? id, "allowGatewayTransit", "\(allows)"),
      ])
  }

  /// Nothing that the snapshot holds would lead on: the networks are not connected.
  private func unconnected(_ evidence: [Evidence]) -> Cause {
    let here = station?.subnet?.parent
    let there = estate.virtualNetworks(containing: packet.destination).lazy.map { estate.virtualNetworks[$0] }
      .first { $0.id != here }
    guard let here, let there else {
      return Cause(
        code: .noRoute, resource: station?.subnet ?? here, detail: [.init("address", "\(packet.destination)")],
        summary: "no route leads to \(packet.destination): no network, peer or gateway that the sender knows has it",
        remedy: Remedy("connect the network that has the address: by peering, gateway or user route"),
        evidence: evidence)
    }
    // The other side of a deleted peering is left behind.
    if let left = there.peerings.first(where: { $0.remoteVirtualNetwork == here }), let state = left.peeringState {
      return notConnected(
        left.id, state, [.init("addressPrefix", list(there.addressPrefixes))],
        evidence + [property(left.id, "peeringState", state.rawValue)])
    }
    return Cause(
      code: .noRoute, resource: here, detail: [.init("remoteVirtualNetwork", there.id.text)],
      summary: "no route leads from \(here.name) to \(there.id.name), which has \(packet.destination):"
        + " they are not peered, and peering through a third network is not transitive",
      remedy: Remedy(
        "peer the two networks, or route both ways through an appliance that both are peered with",
        peer(here, there.id)),
      evidence: evidence)
  }

  private func stale(_ id: ResourceID) -> [Evidence] {
    let known = peering(id)?.remoteAddressSpace.map { list($0) }
    return known.map { [property(id, "remoteAddressSpace", $0)] } ?? []
  }

  func peering(_ id: ResourceID) -> VirtualNetworkPeering? {
    estate.virtualNetworkIndex(id.parent).flatMap { network in
      estate.virtualNetworks[network].peerings.first { $0.id == id }
    }
  }

  func reverse(of id: ResourceID) -> ResourceID? {
    guard let network = estate.virtualNetworkIndex(id.parent) else { return nil }
    let peerings = estate.virtualNetworks[network].peerings
    let link = estate.peers(ofNetwork: network).first { peerings[$0.peering].id == id }
    guard let remote = link?.remote, let reverse = link?.reverse else { return nil }
    return estate.virtualNetworks[remote].peerings[reverse].id
  }
}
