internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Networks with a common neighbour and addresses in common (P8).
struct NetworkOverlapCheck: AuditCheck {
  static let code = CheckCode.overlappingAddressSpaces

  static func findings(in audited: AuditedEstate) -> [Finding] {
    let estate = audited.estate
    var seen: Set<[Int]> = []
    var findings: [Finding] = []
    for hub in estate.virtualNetworks.indices {
      let around = [hub] + audited.peers(hub).map(\.remote)
      guard around.count > 1 else { continue }
      var spaces: [(prefix: IPPrefix, network: Int)] = []
      for network in around {
        spaces += estate.virtualNetworks[network].addressPrefixes.map { (prefix: $0, network: network) }
      }
      spaces.sort { ($0.prefix, $0.network) < ($1.prefix, $1.network) }
      // In order, a prefix comes right before those that it contains.
      var open: [(prefix: IPPrefix, network: Int)] = []
      for (prefix, network) in spaces {
        while let last = open.last, !last.prefix.contains(prefix) { open.removeLast() }
        for other in open where other.network != network && seen.insert([other.network, network].sorted()).inserted {
          findings.append(finding(other.network, network, prefix, hub, audited))
        }
        open.append((prefix, network))
      }
    }
    return findings
  }

  private static func finding(
    _ first: Int, _ second: Int, _ prefix: IPPrefix, _ hub: Int, _ audited: AuditedEstate
  ) -> Finding {
    let networks = audited.estate.virtualNetworks
    let (one, two) = (networks[first], networks[second])
    let between = hub == first || hub == second ? "they are peered" : "both are peered with \(networks[hub].id.name)"
    return Finding(
      code, .warning,
      "\(one.id.name) and \(two.id.name) both have \(prefix) in their address space, and \(between): which of them a packet"
        + " reaches depends on where it starts",
      two.id, [one, two].map { audited.property($0.id, "addressSpace", audited.list($0.addressPrefixes, limit: 8)) },
      remedy: Remedy("give one of the networks another address space"))
  }
}
