internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Peerings that hold an old address space (P6).
struct PeeringSyncCheck: AuditCheck {
  static let code = CheckCode.peeringNotSynchronised

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    return estate.virtualNetworks.indices.flatMap { network in
      estate.peers(ofNetwork: network).compactMap { link -> Finding? in
        let peering = estate.virtualNetworks[network].peerings[link.peering]
        guard peering.peeringState ?? .connected == .connected else { return nil }
        let present = link.remote.map { estate.virtualNetworks[$0].addressPrefixes }
        let held = peering.remoteAddressSpace
        let absent = peering.peerCompleteVnets ? Self.missing(from: held, present) : []
        let old = peering.peerCompleteVnets ? Self.missing(from: present, held) : []
        let level = peering.peeringSyncLevel ?? .fullyInSync
        guard level != .fullyInSync || !absent.isEmpty || !old.isEmpty else { return nil }
        // What the other side's copy lacks is a finding of the other side.
        if level == .remoteNotInSync, absent.isEmpty, old.isEmpty, isStale(link, network, estate) { return nil }
        let what = [
          absent.isEmpty ? nil : "lacks \(audited.list(absent))",
          old.isEmpty ? nil : "still holds \(audited.list(old))",
        ].compactMap { $0 }
        return Finding(
          code, absent.isEmpty ? .warning : .error,
          "peering \(peering.id.name) of \(peering.id.parent?.name ?? "") is not synchronised"
            + (what.isEmpty ? " (\(level.rawValue))" : ": it " + what.joined(separator: " and ")),
          peering.id, [audited.property(peering.id, "peeringSyncLevel", level.rawValue)],
          remedy: Remedy(
            "synchronise the peering",
            [
              "az network vnet peering sync -g \(peering.id.resourceGroup ?? "") --vnet-name"
                + " \(peering.id.parent?.name ?? "") -n \(peering.id.name)"
            ]))
      }
    }
  }

  /// Whether the other side holds another address space than the network has.
  private static func isStale(_ link: PeerLink, _ network: Int, _ estate: Estate) -> Bool {
    guard let remote = link.remote, let reverse = link.reverse else { return false }
    let held = estate.virtualNetworks[remote].peerings[reverse].remoteAddressSpace
    let present = estate.virtualNetworks[network].addressPrefixes
    return !missing(from: held, present).isEmpty || !missing(from: present, held).isEmpty
  }

  /// What a known list lacks of another.
  private static func missing(from list: [IPPrefix]?, _ other: [IPPrefix]?) -> [IPPrefix] {
    guard let list, let other else { return [] }
    return other.filter { !list.contains($0) }
  }
}
