internal import AzureResources
internal import Estate
internal import ExpressRouteFacts
internal import Findings
internal import HybridConnectivity
internal import IPAddressing

/// Whether a link's network lies in a connected network's address space.
///
/// - Source: ExpressRoute semantics A.2.2, rule ER-C06.
struct AddressOverlapCheck: CircuitCheck {
  static func findings(_ subject: CircuitSubject) -> [CircuitFinding] {
    subject.peerings.flatMap { peering in
      peering.paths.compactMap { path -> CircuitFinding? in
        guard let link = path.prefix?.prefix else { return nil }
        for gateway in subject.gateways {
          guard let space = gateway.addressSpace.first(where: { $0.overlaps(link) }) else { continue }
          return subject.finding(
            .linkPrefixOverlaps, .fail,
            "the \(path.path.rawValue) link's \(link) lies in \(space), the address space behind gateway \(gateway.id.name)",
            at: [.microsoftEdge, .gateway], path: path.path, peering: peering,
            evidence: [
              subject.property("\(path.path.rawValue)PeerAddressPrefix", path.prefix?.text, of: peering.peering.id),
              subject.property("addressSpace", "\(space)", of: gateway.id),
            ], party: .customer, remedy: Remedy("give the link a prefix that no network uses"))
        }
        return nil
      }
    }
  }
}
