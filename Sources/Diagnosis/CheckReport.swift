internal import AzureResources
internal import Estate
internal import Filtering
internal import Findings
internal import PathAnalysis
internal import Routing

/// Collects the checks of a diagnosis in the order of the path, and the first cause among them.
struct CheckReport {
  /// Which way a trace goes.
  enum Direction { case there, back }

  let estate: Estate
  let packet: Packet
  let machines: Tracer.MachineState
  /// The machines at both ends, which have checks of their own.
  private let ends: Set<ResourceID>
  private(set) var checks: [Check] = []
  private(set) var cause: Cause?
  private(set) var assumptions: [Assumption] = []
  private(set) var missing: [MissingInput] = []
  private let rules: KnownRules
  /// Whether a way's outcome is unknown.
  private var isOpen = false

  init(
    estate: Estate, packet: Packet, machines: Tracer.MachineState, ends: [LocatedEndpoint],
    rules: KnownRules
  ) {
    self.rules = rules
    self.ends = Set(ends.compactMap(\.machine).map { estate.virtualMachines[$0].id })
    self.estate = estate
    self.packet = packet
    self.machines = machines
  }

  /// Blocked where a cause was found, whatever else is unknown.
  var verdict: Verdict { cause != nil ? .blocked : isOpen ? .indeterminate : .reachable }

  /// Whether the machine at one end runs.
  mutating func judge(_ end: LocatedEndpoint, _ code: CheckCode) {
    guard let machine = end.machine else { return }
    let resource = estate.virtualMachines[machine]
    let evidence = resource.powerState.map { state in
      [
        Evidence.property(
          resource.id, name: "powerState", value: state.rawValue, source: estate.record(resource.id)?.source)
      ]
    }
    switch resource.powerState {
    case nil:
      checks.append(Check(code, .unknown, "the snapshot doesn't say whether \(resource.id.name) runs", resource.id))
    case .running, .starting:
      checks.append(Check(code, .pass, "\(resource.id.name) runs", resource.id, evidence ?? []))
    case .some(let state) where machines == .asIfRunning:
      checks.append(
        Check(
          code, .skipped, "\(resource.id.name) is \(state.rawValue); it counts as running", resource.id, evidence ?? [])
      )
    case .some(let state):
      let finder = CauseFinder(estate: estate, packet: packet, hops: [])
      fail(finder.stopped(resource.id, state, code))
    }
  }

  /// What a packet passed, what stopped it, and what would stop it next.
  mutating func judge(_ journey: Journey?, _ direction: Direction, answering forward: Journey? = nil) {
    guard let journey else {
      checks.append(Check(.wayBack, .skipped, "the way back is decided outside the snapshot"))
      return
    }
    let trace = journey.path
    for hop in trace.hops { pass(hop, trace, direction) }
    if let forward, forward.arrivesFromInternet, !forward.translatesSource { judgeAnswerToInternet(trace) }
    switch trace.outcome {
    case .delivered:
      let arrival = trace.hops.last
      let summary = direction == .there ? "the packet arrives" : "the answer arrives"
      checks.append(
        Check(direction == .there ? .routeFound : .wayBack, .pass, summary, arrival?.resource))
    case .unknown:
      isOpen = true
      let what = trace.missing.map(\.summary).joined(separator: "; ")
      checks.append(
        Check(direction == .there ? .routeFound : .wayBack, .unknown, "unknown: \(what)", trace.hops.last?.resource))
    case .dropped: break
    }
    for trace in faults(of: journey) { fail(trace, direction) }
    for hop in journey.deepest.hops where hop.resource?.kind == .virtualNetworkGateway {
      let found = CauseFinder(estate: estate, packet: trace.packet, hops: trace.hops).unsupported(atGateway: hop)
      if let found, !isKnown(found) { fail(found) }
    }
  }

  /// The path's faults in their order, but one: `VirtualNetwork` follows the routes (routing semantics D-060), so where
  /// a sender has no route its filter denies too. That is what the missing route brings with it, and comes after it.
  private func faults(of journey: Journey) -> [Trace] {
    var faults = [journey.path] + journey.further
    guard faults.count > 1, case .dropped(.filtered(let passage)) = faults[0].outcome, passage.direction == .outbound,
      case .judged(let verdict) = passage.outcome, verdict.decidingRule?.isDefault == true,
      case .dropped(.noRoute) = faults[1].outcome, faults[1].hops.count == faults[0].hops.count
    else { return faults }
    faults.swapAt(0, 1)
    return faults
  }

  private mutating func fail(_ trace: Trace, _ direction: Direction) {
    guard case .dropped(let reason) = trace.outcome else { return }
    let finder = CauseFinder(estate: estate, packet: trace.packet, hops: trace.hops, knownRules: rules)
    let found = finder.cause(reason)
    if let resource = found.resource, ends.contains(resource), found.code.layer == .compute { return }
    // One fault can stop both ways.
    if !isKnown(found) { fail(direction == .there ? found : onTheWayBack(found)) }
  }

  private func isKnown(_ found: Cause) -> Bool {
    checks.contains { $0.status == .fail && $0.resource == found.resource && $0.code == found.code }
  }

  /// What came from the internet straight to a public address has to go back there straight: an appliance or gateway
  /// that sees only the answer drops it (routing semantics B-110, E-048, E-071).
  private mutating func judgeAnswerToInternet(_ wayBack: Trace) {
    guard let first = wayBack.hops.first, let route = first.route,
      route.nextHopType == .virtualAppliance || route.nextHopType == .virtualNetworkGateway
    else { return }
    let finder = CauseFinder(estate: estate, packet: packet, hops: wayBack.hops)
    fail(finder.forcedTunnel(route, from: first))
  }

  private func onTheWayBack(_ cause: Cause) -> Cause {
    Cause(
      code: cause.code, resource: cause.resource, detail: cause.detail + [.init("direction", "return")],
      summary: "on the way back, \(cause.summary)", remedy: cause.remedy, evidence: cause.evidence)
  }

  mutating func fail(_ found: Cause) {
    checks.append(Check(found.code, .fail, found.summary, found.resource, found.evidence))
    if cause == nil { cause = found }
  }

  /// A fault that explains the cause found so far, which stays in the list behind it.
  mutating func explain(_ found: Cause) {
    let place = checks.firstIndex { $0.status == .fail } ?? checks.endIndex
    checks.insert(
      Check(found.code, .fail, found.summary, found.resource, found.evidence, detail: found.detail, party: found.party),
      at: place)
    cause = found
  }

  /// What a station's passing shows.
  private mutating func pass(_ hop: Hop, _ trace: Trace, _ direction: Direction) {
    let isLast = hop == trace.hops.last
    var stopsHere = false
    if case .dropped = trace.outcome { stopsHere = isLast }
    if let route = hop.route, !stopsHere {
      let prefixes = route.addressPrefixes.prefix(1).map { "\($0)" }.joined()
      let to = direction == .there ? packet.destination : packet.source
      checks.append(
        Check(
          .routeFound, .pass,
          "\(hop.subnet?.name ?? "") sends \(to) by \(route.name ?? prefixes) to \(route.nextHopType.rawValue)"
            + (route.nextHopAddresses.first.map { " \($0)" } ?? ""),
          route.origin.resource ?? hop.subnet, [.route(route)]))
    }
    for passage in hop.filters { pass(passage, direction) }
    if let decision = hop.decision, let resource = hop.resource { pass(decision, resource) }
    guard !stopsHere, let resource = hop.resource else { return }
    switch hop.kind {
    case .peering:
      checks.append(Check(.peeringAccessDenied, .pass, "peering \(resource.name) lets the packet through", resource))
    case .appliance where resource.kind == .networkInterface:
      checks.append(Check(.applianceNotForwarding, .pass, "NIC \(resource.name) forwards", resource))
    default: break
    }
  }

  /// Says in the cause, and in its check, which flows it stops where it doesn't stop all.
  mutating func share(_ words: String) {
    guard let present = cause else { return }
    let summary = "\(present.summary); \(words)"
    cause = Cause(
      code: present.code, resource: present.resource, detail: present.detail, summary: summary,
      remedy: present.remedy, evidence: present.evidence)
    if let index = checks.firstIndex(where: { $0.status == .fail && $0.summary == present.summary }) {
      checks[index] = Check(present.code, .fail, summary, present.resource, present.evidence)
    }
  }

  /// Things that don't stop the connection, but that its owner should know.
  mutating func warn(_ warnings: [Check]) { checks += warnings }

  /// An end that its guest may not send by; nil says that it does.
  mutating func warn(_ deviation: (check: Check, assumption: Assumption)?) {
    guard let deviation else { return }
    checks.append(deviation.check)
    assumptions.append(deviation.assumption)
  }

  /// TCP port 25 to the internet, which Azure drops for most subscriptions without a word (D-082).
  mutating func warnOfMail(_ forward: Trace) {
    guard packet.transport == .tcp, packet.port == 25, forward.hops.contains(where: { $0.kind == .internet }),
      let open = forward.missing.first(where: { $0.summary.contains("TCP port 25") })
    else { return }
    add(Check(.mailMayBeDropped, .unknown, open.summary, forward.hops.first?.resource))
  }

  mutating func add(_ check: Check) { checks.append(check) }

  mutating func assume(_ assumption: Assumption) { assumptions.append(assumption) }
}
