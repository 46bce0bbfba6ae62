internal import IPAddressing
internal import Routing

/// What service tags mean at one place.
struct TagResolver: Sendable {
  let virtualNetwork: IPAddressSet
  /// Which content that is: equal ones have one number.
  let context: Int
  /// Why `VirtualNetwork` may hold more than is known; nil where it is complete.
  let virtualNetworkGap: String?
  private let table: ServiceTagTable

  /// - Parameters:
  ///   - table: The effective routes of the place's subnet: the tag `VirtualNetwork` follows them (D-060). nil where
  ///     the snapshot lacks the subnet.
  ///   - virtualNetwork: What that tag holds, and the content's number.
  init(table: EffectiveRouteTable?, virtualNetwork: (addresses: IPAddressSet, number: Int), _ tags: ServiceTagTable) {
    (self.virtualNetwork, context) = virtualNetwork
    let missing = table?.missing ?? [MissingInput(.resource, nil, "the NIC's virtual network", command: nil)]
    virtualNetworkGap = missing.first { $0.kind == .learnedRoutes || $0.kind == .resource }?.summary
    self.table = tags
  }

  /// What is known of a tag: its addresses, and what stands in the way of knowing all of them.
  func content(_ tag: String) -> (addresses: IPAddressSet, gap: String?) {
    let name = tag.lowercased()
    if name == "virtualnetwork" { return (virtualNetwork, virtualNetworkGap) }
    guard let set = table[name] else { return (IPAddressSet(), "the prefixes of service tag \(tag)") }
    return (set, table.isIncomplete(name) ? "all the prefixes of service tag \(tag)" : nil)
  }

  /// Whether a tag holds an address.
  func contains(_ tag: String, _ address: IPAddress) -> Match {
    let (addresses, gap) = content(tag)
    if addresses.contains(address) { return .yes }
    return gap.map { .unknown($0) } ?? .no
  }

  /// The tag's prefixes as Azure expands them; nil for a tag whose prefixes are unknown.
  func prefixes(_ tag: String) -> [IPPrefix]? {
    switch tag.lowercased() {
    case "virtualnetwork": virtualNetwork.prefixes
    case "internet": table[tag]?.prefixes.filter { $0.family == .ipv4 }
    default: table[tag]?.prefixes
    }
  }
}
