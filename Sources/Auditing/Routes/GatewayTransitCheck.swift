internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Flags of gateway transit that don't fit together (P2, P3).
struct GatewayTransitCheck: AuditCheck {
  static let code = CheckCode.noGatewayTransit

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.virtualNetworks.indices.flatMap { network in
      estate.peers(ofNetwork: network).compactMap { link -> Finding? in
        let peering = estate.virtualNetworks[network].peerings[link.peering]
        guard peering.peeringState ?? .connected == .connected, let remote = link.remote, let reverse = link.reverse
        else { return nil }
        let back = estate.virtualNetworks[remote].peerings[reverse]
        if peering.useRemoteGateways, !back.allowGatewayTransit { return notOffered(peering, back, audited) }
        guard back.allowGatewayTransit, !peering.useRemoteGateways, isAlone(network, remote, audited) else {
          return nil
        }
        return notUsed(peering, back, remote, audited)
      }
    }
  }

  private static func notOffered(
    _ peering: VirtualNetworkPeering, _ back: VirtualNetworkPeering, _ audited: AuditedEstate
  ) -> Finding {
    Finding(
      code, .error,
      "peering \(peering.id.name) of \(peering.id.parent?.name ?? "") uses the remote gateway, but"
        + " \(back.id.parent?.name ?? "") doesn't offer it (allowGatewayTransit off at \(back.id.name)): no gateway routes"
        + " arrive",
      peering.id,
      [
        audited.property(peering.id, "useRemoteGateways", "true"),
        audited.property(back.id, "allowGatewayTransit", "false"),
      ],
      remedy: Remedy(
        "turn on allowGatewayTransit at the gateway's side",
        [audited.command(peering: back.id, "--set allowGatewayTransit=true")]))
  }

  private static func notUsed(
    _ peering: VirtualNetworkPeering, _ back: VirtualNetworkPeering, _ remote: Int, _ audited: AuditedEstate
  ) -> Finding {
    let users = audited.estate.peers(ofNetwork: remote).count { link in
      guard let other = link.remote, let reverse = link.reverse else { return false }
      return audited.estate.virtualNetworks[other].peerings[reverse].useRemoteGateways
    }
    return Finding(
      code, users > 0 ? .warning : .note,
      "\(back.id.parent?.name ?? "") offers its gateway to \(peering.id.parent?.name ?? ""), but peering"
        + " \(peering.id.name) there doesn't use it (useRemoteGateways off)"
        + (users > 0 ? ", as \(users) other network\(users == 1 ? " does" : "s do")" : ""),
      peering.id,
      [
        audited.property(peering.id, "useRemoteGateways", "false"),
        audited.property(back.id, "allowGatewayTransit", "true"),
      ],
      remedy: Remedy(
        "use the remote gateway, or stop offering it",
        [
          audited.command(peering: peering.id, "--set useRemoteGateways=true"),
          audited.command(peering: back.id, "--set allowGatewayTransit=false"),
        ]))
  }

  /// Whether a network has no other way to a gateway than this peer's.
  private static func isAlone(_ network: Int, _ remote: Int, _ audited: AuditedEstate) -> Bool {
    let estate = audited.estate
    return !estate.gateways(inNetwork: remote).isEmpty && estate.gateways(inNetwork: network).isEmpty
      && estate.routeServers(inNetwork: network).isEmpty && estate.hubLink(ofNetwork: network) == nil
      && !estate.virtualNetworks[network].peerings.contains(where: \.useRemoteGateways)
  }
}
