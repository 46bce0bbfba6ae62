public import IPAddressing

/// That a table's addresses are on none of the links that it should be of.
///
/// Microsoft's router has addresses of a link's own network alone on it (a /30, a /126): a table without one is another
/// path's or another circuit's.
public enum TableMismatch: Sendable, Hashable {
  /// The addresses are the other path's.
  case otherPath(IPAddress)
  /// The address is on neither link: another circuit's, or of before the peering was changed.
  case foreign(IPAddress)

  /// - Returns: nil where the table fits, or where it or the peering says too little.
  public init?(_ table: ARPTable, of peering: CircuitPeering, _ path: DevicePath) {
    self.init(table.entries.compactMap(\.ipAddress), peering, path)
  }

  /// - Returns: nil where the table fits, or where it or the peering says too little. Gateways are neighbours of every
  ///   circuit that they are connected to, and tell nothing.
  public init?(_ summary: RouteSummary, of peering: CircuitPeering, _ path: DevicePath) {
    self.init(summary.neighbors.filter { $0.asn != Self.gatewayASN }.compactMap(\.address), peering, path)
  }

  /// - Returns: nil where the table fits, or where it or the peering says too little.
  public init?(_ table: CircuitRouteTable, of peering: CircuitPeering, _ path: DevicePath) {
    let foreign = table.routes.filter { route in
      route.path.first.map { $0 != Self.gatewayASN } ?? false
    }
    self.init(foreign.compactMap(\.nextHop), peering, path)
  }

  private static let gatewayASN: UInt32 = 65515

  private init?(_ addresses: [IPAddress], _ peering: CircuitPeering, _ path: DevicePath) {
    func links(_ path: DevicePath) -> [IPPrefix] {
      [AddressFamily.ipv4, .ipv6].compactMap { peering.prefix(path, $0)?.prefix }
    }
    let own = links(path)
    guard let first = addresses.first, !own.isEmpty,
      !addresses.contains(where: { address in own.contains { $0.contains(address) } })
    else { return nil }
    let other = links(path.other)
    let strayed = addresses.first { address in other.contains { $0.contains(address) } }
    self = strayed.map { .otherPath($0) } ?? .foreign(first)
  }
}
