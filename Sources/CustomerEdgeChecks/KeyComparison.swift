internal import CustomerEdge
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// The keys of a peering's sessions.
///
/// Azure never shows a peering's key. But it is one for both links, so that two different keys at the customer's end can't
/// both be right; and where everything else agrees and a session is down, the key is what remains.
struct KeyComparison {
  private let links: [EdgeLink]

  init(links: [EdgeLink]) { self.links = links.filter { $0.family == .ipv4 } }

  var checks: [Check] {
    let keyed = links.filter { $0.peer?.key != nil }
    if keyed.count == 2, let check = difference(keyed[0], keyed[1]) { return [check] }
    return keyed.compactMap(single)
  }

  /// The two links' keys, where they can be told apart.
  private func difference(_ first: EdgeLink, _ second: EdgeLink) -> Check? {
    guard let left = first.peer?.key, let right = second.peer?.key, left != right,
      left == .absent || right == .absent || isClear(left) && isClear(right)
    else { return nil }
    // The one whose session is down has the wrong one; where both are up or nobody knows, either may have it.
    let (wrong, sound) = first.isUp == true && second.isUp != true ? (second, first) : (first, second)
    let what = wrong.peer?.key == .absent ? "no key" : sound.peer?.key == .absent ? "a key" : "another key"
    let than =
      wrong.peer?.key == .absent
      ? "while \(sound.microsoftAddress) has one"
      : sound.peer?.key == .absent ? "while \(sound.microsoftAddress) has none" : "than \(sound.microsoftAddress)"
    return wrong.differs(
      .edgeKeyDiffers,
      "\(wrong.router): \(wrong.microsoftAddress) has \(what) \(than), but the peering has one key for both links",
      [wrong.said("keys of both sessions", "different")],
      remedy: "set one key on both sessions of the router, and in the peering",
      lookups: ["az network express-route peering update --ids \(wrong.peering.id) --shared-key <key>"])
  }

  /// What can be said of one session's key: it is right where the session is up, and under suspicion where nothing else
  /// keeps it down.
  private func single(_ link: EdgeLink) -> Check? {
    guard let key = link.peer?.key else { return nil }
    let words = key == .absent ? "no key" : "a key"
    switch link.isUp {
    case true:
      return link.agrees(
        .edgeKeyDiffers,
        "\(link.router): \(link.microsoftAddress) has \(words), and the session is up: the peering has the same")
    case false? where link.onlyKeyRemains:
      return link.differs(
        .edgeKeyDiffers,
        "\(link.router): \(link.microsoftAddress) has \(words); everything else agrees and layer 2 works, but the session"
          + " is down: the peering's key is likely another (inferred: Azure doesn't show it)",
        [link.said("key", words)], remedy: "set the key anew on the router and in the peering",
        lookups: ["az network express-route peering update --ids \(link.peering.id) --shared-key <key>"])
    default: return nil
    }
  }

  private func isClear(_ key: EdgeKey) -> Bool {
    if case .clear = key { return true }
    return false
  }
}

extension EdgeLink {
  /// Whether addresses, VLAN, neighbour and AS numbers are known and agree, and each side has the other's MAC address, so that nothing but the key or a filter of TCP can keep the session down.
  var onlyKeyRemains: Bool {
    let checks = ConfigurationComparison(self).checks
    guard checks.allSatisfy({ $0.status == .pass }), checks.contains(where: { $0.code == .edgeRemoteASNDiffers }),
      checks.contains(where: { $0.code == .edgeASNDiffers }), let row = arp?.content.onPremises
    else { return false }
    if let own = edge.neighbour(at: microsoftAddress), own.hardwareAddress == nil { return false }
    // A session that a limit or an administrator holds down isn't kept down by a key.
    switch neighbor?.content.state {
    case .idlePrefixLimit, .idleAdministratively: return false
    default: return row.macAddress != nil && row.ipAddress == customerAddress
    }
  }
}
