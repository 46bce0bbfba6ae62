internal import AzureResources
public import CustomerEdge
public import Estate
public import Findings
public import HybridConnectivity
internal import IPAddressing
internal import JSONReading

/// A circuit held against what the routers at the customer's end say: field by field, link by link.
///
/// A difference is a fault where the link's session is down or nobody knows; where Microsoft's edge reports it as up, the
/// difference can't be what keeps it down, and is a warning.
///
/// - Source: the guide ("Validate peering configuration", "Validate BGP"); ExpressRoute semantics A.2.2, A.11.
public struct EdgeComparison: Sendable {
  /// How the routers are configured: addresses, VLAN, AS numbers, keys, neighbours. They come before what was observed in
  /// the order of the walk, as they explain it.
  public let configuration: [Check]
  /// How the routers stand: who answers whom, sessions, prefixes announced and received.
  public let state: [Check]

  /// Configuration and state.
  public var checks: [Check] { configuration + state }

  /// Compares every peering of the circuit that is enabled, and both of its paths.
  ///
  /// - Complexity: O(peerings x (interfaces + neighbours + routes)).
  public init(
    _ edge: CustomerEdge, with circuit: Circuit, observed observations: CircuitObservations, in estate: Estate
  ) {
    let source = estate.record(circuit.id)?.source
    var configuration: [Check] = []
    var state: [Check] = []
    for peering in circuit.peerings where peering.isEnabled {
      let links = DevicePath.allCases.flatMap { path in
        [AddressFamily.ipv4, .ipv6].compactMap { family in
          EdgeLink(edge, peering, path, family, observations, source: source)
        }
      }
      guard !links.isEmpty else { continue }
      let known = links.filter(\.isKnown)
      guard !known.isEmpty else {
        configuration.append(Self.unknown(peering, links, source))
        continue
      }
      for link in links where !link.isKnown && known.contains(where: { $0.family == link.family }) {
        configuration.append(link.ofAnotherRouter)
      }
      for link in known { configuration += ConfigurationComparison(link).checks }
      configuration += KeyComparison(links: known).checks
      for link in known { state += StateComparison(link).checks }
      state += Self.announcements(known)
    }
    self.configuration = configuration
    self.state = state
  }

  /// The files are of routers that don't know the peering at all.
  private static func unknown(_ peering: CircuitPeering, _ links: [EdgeLink], _ source: SourceRange?) -> Check {
    let prefixes = links.map { "\($0.prefix)" }.joined(separator: ", ")
    return Check(
      .edgeSessionMissing, .warning,
      "nothing in the customer edge's files is about \(peering.name): no interface or BGP neighbour lies in \(prefixes)",
      peering.id, links.prefix(1).map { $0.configured("PeerAddressPrefix", prefixes) }, party: .customer,
      remedy: Remedy("give the files of the router that ends the circuit, or configure the links there"))
  }

  /// What goes to one link and not to the other.
  private static func announcements(_ links: [EdgeLink]) -> [Check] {
    let told = links.filter { $0.family == .ipv4 && $0.announced != nil && $0.peer?.isEstablished != false }
    guard told.count == 2, let first = told[0].announced, let second = told[1].announced else { return [] }
    return [(told[0], first.subtracting(second)), (told[1], second.subtracting(first))]
      .filter { !$0.1.isEmpty }.map { link, only in
        let shown = EdgeLink.list(only)
        return Check(
          .edgeAnnouncementsDiffer, .warning,
          "\(link.router) announces \(shown) to the \(link.path.rawValue) link only",
          link.peering.id, [link.said("advertised routes", shown)],
          detail: [.init("path", link.path.rawValue), .init("prefixes", shown)], party: .customer,
          remedy: Remedy("announce the same prefixes to both links: compare the outbound filters of \(link.router)"))
      }
  }
}
