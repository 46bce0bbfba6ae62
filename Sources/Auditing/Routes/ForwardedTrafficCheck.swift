internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Networks that send through an appliance in a peer, and don't accept what it forwards (P4).
struct ForwardedTrafficCheck: AuditCheck {
  static let code = CheckCode.forwardedTrafficDenied

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var seen: Set<ResourceID> = []
    return audited.appliances.compactMap { appliance in
      guard case .owned(_, let home) = appliance.place, home != appliance.sender,
        let peering = audited.peers(appliance.sender).first(where: { $0.remote == home })?.peering,
        !peering.allowForwardedTraffic, seen.insert(peering.id).inserted
      else { return nil }
      let network = estate.virtualNetworks[appliance.sender].id
      return Finding(
        code, .error,
        "\(network.name) sends through appliance \(appliance.address) in \(estate.virtualNetworks[home].id.name), but"
          + " peering \(peering.id.name) doesn't accept forwarded traffic: answers from beyond the appliance are dropped",
        peering.id, [audited.property(peering.id, "allowForwardedTraffic", "false")],
        remedy: Remedy(
          "allow forwarded traffic on the peering",
          [audited.command(peering: peering.id, "--set allowForwardedTraffic=true")]))
    }
  }
}
