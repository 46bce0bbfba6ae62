internal import AzureResources
internal import HybridConnectivity
internal import IPAddressing

/// One path of a peering: its link's addresses, and the tables of Microsoft's router at its end.
struct PathSubject {
  let path: DevicePath
  let peering: CircuitPeering
  let type: PeeringType
  let prefix: PeerAddressPrefix?
  let arp: ObservedTable<ARPTable>
  let summary: ObservedTable<RouteSummary>
  let routes: ObservedTable<CircuitRouteTable>
  let earlierSummary: Observed<RouteSummary>?

  init(
    _ path: DevicePath, _ peering: CircuitPeering, _ type: PeeringType, _ observations: CircuitObservations,
    newest: Timestamp?
  ) {
    self.path = path
    self.peering = peering
    self.type = type
    prefix = peering.prefix(path)
    let links = Links(peering, path)
    arp = ObservedTable(observations.arpTable(type, path), newest: newest).refused { links.refusal($0) }
    let summaries = observations.routeSummary(type, path)
    summary = ObservedTable(summaries, newest: newest).refused { links.refusal($0) }
    routes = ObservedTable(observations.routeTable(type, path), newest: newest).refused { links.refusal($0) }
    earlierSummary = summaries.previous
  }

  /// The address that the customer's (or provider's) router must have.
  var edgeAddress: IPAddress? { prefix?.customerAddress }

  /// The address of Microsoft's router.
  var microsoftAddress: IPAddress? { prefix?.microsoftAddress }

  /// The session with the customer's edge: by its address, or, where the configuration has none, by its number.
  var session: BGPNeighbor? {
    guard let summary = summary.content else { return nil }
    if let edgeAddress { return summary.neighbor(edgeAddress) }
    return peering.peerASN.flatMap { asn in summary.neighbors.first { $0.asn == asn } }
  }

  /// The session with the edge's IPv6 address, where there is one.
  var sessionIPv6: BGPNeighbor? {
    guard let address = peering.prefix(path, .ipv6)?.customerAddress else { return nil }
    return summary.content?.neighbor(address)
  }

  /// The sessions with gateways' instances; nil where the summary is missing.
  var gatewayNeighbors: [BGPNeighbor]? { summary.content.map { $0.neighbors.filter { $0.asn == 65515 } } }

  /// Whether the session is established; nil where nobody knows.
  var isUp: Bool? {
    guard summary.content != nil else { return nil }
    return session?.state.isEstablished ?? false
  }

  /// The routes that the edge announced; nil where the table is missing.
  var fromEdge: [CircuitRoute]? {
    guard let table = routes.content else { return nil }
    let addresses = [edgeAddress, peering.prefix(path, .ipv6)?.customerAddress].compactMap { $0 }
    return table.routes.filter { route in
      if let hop = route.nextHop, addresses.contains(hop) { return true }
      // Without a configured prefix the next hop can't be compared: what begins with the peer's number is the peer's.
      return addresses.isEmpty && route.path.first != nil && route.path.first == peering.peerASN
    }
  }

  /// The customer's networks: what the edge announced, without what it gave back of Microsoft's.
  var onPremises: [CircuitRoute]? { fromEdge?.filter { !$0.isReflected } }

  /// The networks that gateways announce to the circuit.
  var azure: Set<IPPrefix>? {
    routes.content.map { Set($0.routes.filter { $0.path.numbers == [65515] }.compactMap(\.network)) }
  }
}

extension PathSubject {
  /// Tells tables of other circuits and of the other path by their addresses.
  private struct Links {
    let own: PeerAddressPrefix?
    let others: PeerAddressPrefix?
    let path: DevicePath
    let peerASN: UInt32?
    private let all: [IPPrefix]

    init(_ peering: CircuitPeering, _ path: DevicePath) {
      own = peering.prefix(path)
      others = peering.prefix(path.other)
      self.path = path
      peerASN = peering.peerASN
      all = DevicePath.allCases.flatMap { side in
        [peering.prefix(side)?.prefix, peering.prefix(side, .ipv6)?.prefix].compactMap { $0 }
      }
    }

    /// Rows of an ARP table are all of the link; none is in it where the table is another's.
    func refusal(_ table: ARPTable) -> String? {
      let addresses = table.entries.compactMap(\.ipAddress)
      guard let link = own?.prefix, !addresses.isEmpty, !addresses.contains(where: { link.contains($0) }) else {
        return nil
      }
      return other(addresses)
    }

    /// Neighbours that are no gateways are on the link.
    func refusal(_ table: RouteSummary) -> String? {
      let edges = table.neighbors.filter { $0.asn != 65515 }
      let addresses = edges.compactMap(\.address)
      guard let link = own?.prefix, !addresses.isEmpty, !addresses.contains(where: { link.contains($0) }),
        addresses.count == edges.count
      else { return nil }
      return other(addresses)
    }

    /// Next hops of what the edge announced are on the link. Gateways' and other circuits' routes have other next hops;
    /// only rows that begin with the peer's own number tell.
    func refusal(_ table: CircuitRouteTable) -> String? {
      let rows = table.routes.filter { $0.path.first != nil && $0.path.first == peerASN }
      let addresses = rows.compactMap(\.nextHop)
      guard let link = own?.prefix, !addresses.isEmpty, !addresses.contains(where: { link.contains($0) }) else {
        return nil
      }
      return other(addresses)
    }

    private func other(_ addresses: [IPAddress]) -> String {
      let shown = addresses.prefix(3).map { "\($0)" }.joined(separator: ", ")
      if let link = others?.prefix, addresses.contains(where: { link.contains($0) }) {
        return
          "its addresses (\(shown)) are those of the \(path.other.rawValue) path: the two tables are swapped, or the"
          + " links are"
      }
      let links = all.map { "\($0)" }.joined(separator: ", ")
      return
        "its addresses (\(shown)) are on none of the peering's links (\(links)): it is another circuit's table, or the"
        + " peering was changed since"
    }
  }
}
