internal import CustomerEdge
internal import Findings
internal import HybridConnectivity
internal import IPAddressing
internal import JSONReading

/// One link of a peering, with what both ends say of it.
struct EdgeLink {
  let peering: CircuitPeering
  let path: DevicePath
  let family: AddressFamily
  /// The link's network, and the two addresses that its ends must have.
  let prefix: IPPrefix
  let customerAddress: IPAddress
  let microsoftAddress: IPAddress
  let edge: CustomerEdge
  /// The router's interfaces on the link.
  let interfaces: [EdgeInterface]
  /// The router's BGP neighbour on the link: at Microsoft's address, else at any of the link's.
  let peer: EdgePeer?
  /// The session as Microsoft's edge has it; nil where nobody asked.
  let neighbor: Observed<BGPNeighbor>?
  let routes: Observed<CircuitRouteTable>?
  let arp: Observed<ARPTable>?
  private let source: SourceRange?

  /// nil for a link without a network of the right size: the peering's own checks tell that.
  init?(
    _ edge: CustomerEdge, _ peering: CircuitPeering, _ path: DevicePath, _ family: AddressFamily,
    _ observations: CircuitObservations, source: SourceRange?
  ) {
    guard let configured = peering.prefix(path, family), let prefix = configured.prefix,
      let customer = configured.customerAddress, let microsoft = configured.microsoftAddress
    else { return nil }
    self.peering = peering
    self.path = path
    self.family = family
    self.prefix = prefix
    self.edge = edge
    self.source = source
    customerAddress = customer
    microsoftAddress = microsoft
    let candidates = edge.interfaces(on: prefix)
    // A configuration keeps interfaces that are no more; those that the router lists as there come before them.
    let present = candidates.filter { $0.hardwareAddress != nil || $0.isUp != nil }
    interfaces = present.isEmpty ? candidates : present
    peer =
      edge.peer(at: microsoft)
      ?? edge.peers.first { prefix.contains($0.address) }.flatMap { edge.peer(at: $0.address) }
    guard let type = peering.type else {
      (neighbor, routes, arp) = (nil, nil, nil)
      return
    }
    let summary = observations.routeSummary(type, path).latest
    neighbor = summary.flatMap { table in
      table.content.neighbor(customer).map { Observed(stamp: table.stamp, content: $0) }
    }
    routes = observations.routeTable(type, path).latest
    arp = family == .ipv4 ? observations.arpTable(type, path).latest : nil
  }

  /// Whether the files say anything of the link.
  var isKnown: Bool { !interfaces.isEmpty || peer != nil }

  /// Whether Microsoft's edge reports the session as up; nil where nobody asked.
  var isUp: Bool? { neighbor?.content.state.isEstablished }

  /// What a difference in the configuration is.
  var severity: Check.Status { isUp == true ? .warning : .fail }

  /// The router's name.
  var router: String { edge.routers.isEmpty ? "the customer edge" : edge.routers.joined(separator: "/") }

  /// The prefixes that the router announces to the link, without those that it gives back; nil where nothing says.
  var announced: Set<IPPrefix>? {
    peer?.announced.map { routes in
      Set(routes.filter { !$0.path.contains(peering.azureASN ?? 12076) }.map(\.network))
    }
  }

  var ofAnotherRouter: Check {
    Check(
      .edgeSessionMissing, isUp == true ? .skipped : .warning,
      "the customer edge's files know nothing of the \(path.rawValue) link \(prefix): another router may end it",
      peering.id, [configured("\(path.rawValue)PeerAddressPrefix", "\(prefix)")], party: .customer,
      remedy: Remedy("give that router's files too, or configure the link"))
  }

  /// A property of the peering, as evidence.
  func configured(_ name: String, _ value: String) -> Evidence {
    .property(peering.id, name: name, value: value, source: source)
  }

  /// What the router's files say, as evidence.
  func said(_ what: String, _ value: String) -> Evidence {
    .observation(nil, call: "\(router): \(what)", value: value, at: nil, source: nil)
  }

  /// A row of Azure's answer, as evidence.
  func observed(_ stamp: ObservationStamp, _ call: String, _ value: String) -> Evidence {
    .observation(
      peering.id, call: "\(call)/\(path.rawValue)", value: value, at: stamp.observedAt.map { "\($0)" },
      source: stamp.source)
  }

  /// The session as Microsoft's edge has it, as evidence.
  var sessionEvidence: [Evidence] {
    neighbor.map {
      [observed($0.stamp, "routeTablesSummary", "\($0.content.addressText): \($0.content.statePfxRcd)")]
    } ?? []
  }

  /// A check of the link that found a difference.
  func differs(
    _ code: CheckCode, _ summary: String, _ evidence: [Evidence], remedy: String, lookups: [String] = [],
    _ detail: [Cause.Detail] = []
  ) -> Check {
    Check(
      code, severity, summary, peering.id, evidence + sessionEvidence,
      detail: [.init("path", path.rawValue)] + detail, party: .customer, remedy: Remedy(remedy, lookups))
  }

  /// A check of the link that found none.
  func agrees(_ code: CheckCode, _ summary: String) -> Check {
    Check(code, .pass, summary, peering.id, detail: [.init("path", path.rawValue)])
  }

  /// A few prefixes in words.
  static func list(_ prefixes: Set<IPPrefix>) -> String {
    let sorted = prefixes.sorted()
    let shown = sorted.prefix(4).map { "\($0)" }.joined(separator: ", ")
    return sorted.count > 4 ? "\(shown) and \(sorted.count - 4) more" : shown
  }
}
