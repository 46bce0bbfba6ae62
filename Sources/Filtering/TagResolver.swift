internal import AzureFacts
internal import AzureResources
internal import Estate
internal import IPAddressing
internal import Routing

/// What service tags mean at one NIC.
struct TagResolver {
  /// The host's own address, from which DHCP, DNS and health probes come.
  static let hostAddress = "168.63.129.16/32"
  /// Health probes' addresses (routing semantics D-065).
  static let probeAddresses = ["168.63.129.16/32", "fe80::1234:5678:9abc/128"]

  private let virtualNetwork: IPAddressSet
  /// Why `VirtualNetwork` may hold more than is known; nil where it is complete.
  private let virtualNetworkGap: String?
  private let known: [String: IPAddressSet]

  /// - Parameters:
  ///   - table: The effective routes of the NIC's subnet: the tag `VirtualNetwork` follows them (D-060). nil where the
  ///     snapshot lacks the subnet.
  ///   - deniedPeerings: Peerings with `allowVirtualNetworkAccess` off, whose prefixes are not in the tag (D-060).
  init(table: EffectiveRouteTable?, deniedPeerings: Set<ResourceID>, tags: [ServiceTag]) {
    virtualNetwork = table.map { Self.virtualNetwork($0, deniedPeerings) } ?? IPAddressSet()
    let missing = table?.missing ?? [MissingInput(.resource, nil, "the NIC's virtual network", command: nil)]
    virtualNetworkGap = missing.first { $0.kind == .learnedRoutes || $0.kind == .resource }?.summary
    known = Dictionary(tags.map { ($0.name.lowercased(), IPAddressSet(prefixes: $0.addressPrefixes)) }) { first, _ in
      first
    }
  }

  /// Whether a tag holds an address.
  func contains(_ tag: String, _ address: IPAddress) -> Match {
    switch tag.lowercased() {
    case "virtualnetwork":
      if virtualNetwork.contains(address) { return .yes }
      return virtualNetworkGap.map { .unknown($0) } ?? .no
    case "azureloadbalancer": return Match(Self.probes.contains(address))
    case "internet": return Match(InternetTag.addresses.contains(address))
    default:
      guard let set = known[tag.lowercased()] else { return .unknown("the prefixes of service tag \(tag)") }
      return Match(set.contains(address))
    }
  }

  /// The tag's prefixes as Azure expands them; nil for a tag whose prefixes are unknown.
  func prefixes(_ tag: String) -> [IPPrefix]? {
    switch tag.lowercased() {
    case "virtualnetwork": virtualNetwork.prefixes
    case "azureloadbalancer": Self.probes.prefixes
    case "internet": InternetTag.addresses.prefixes.filter { $0.family == .ipv4 }
    default: known[tag.lowercased()]?.prefixes
    }
  }

  private static let probes = IPAddressSet(prefixes: probeAddresses.compactMap { try? IPPrefix($0) })

  /// Own prefixes, peers that may be accessed, what gateways teach, every prefix of a user route, and the host.
  private static func virtualNetwork(_ table: EffectiveRouteTable, _ denied: Set<ResourceID>) -> IPAddressSet {
    var prefixes = [hostAddress].compactMap { try? IPPrefix($0) }
    for route in table.routes {
      switch route.nextHopType {
      case .vnetLocal, .connectedGroup, .virtualNetworkGateway: prefixes += route.addressPrefixes
      case .vnetPeering, .vnetGlobalPeering:
        if route.origin.resource.map({ !denied.contains($0) }) ?? true { prefixes += route.addressPrefixes }
      default: if route.source == .user { prefixes += route.addressPrefixes }
      }
    }
    return IPAddressSet(prefixes: prefixes)
  }
}
