internal import AzureResources
internal import Estate
internal import PathAnalysis
internal import Routing

/// Collects the checks of a diagnosis in the order of the path, and the first cause among them.
struct CheckReport {
  /// Which way a trace goes.
  enum Direction { case there, back }

  let estate: Estate
  let packet: Packet
  let machines: Tracer.MachineState
  private(set) var checks: [Check] = []
  private(set) var cause: Cause?
  private(set) var missing: [MissingInput] = []

  init(estate: Estate, packet: Packet, machines: Tracer.MachineState) {
    self.estate = estate
    self.packet = packet
    self.machines = machines
  }

  /// Blocked where a cause was found. Filters are not judged yet, so nothing is reachable for certain.
  var verdict: Verdict { cause == nil ? .indeterminate : .blocked }

  /// Whether the machines at both ends run.
  mutating func judge(_ source: LocatedEndpoint, _ destination: LocatedEndpoint) {
    judge(source.machine, .sourceStopped)
    judge(destination.machine, .destinationStopped)
  }

  private mutating func judge(_ machine: Int?, _ code: CheckCode) {
    guard let machine else { return }
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
    if forward?.arrivesFromInternet == true { judgeAnswerToInternet(trace) }
    switch trace.outcome {
    case .delivered:
      let arrival = trace.hops.last
      let summary = direction == .there ? "the packet arrives" : "the answer arrives"
      checks.append(
        Check(direction == .there ? .routeFound : .wayBack, .pass, summary, arrival?.resource))
    case .unknown:
      let what = trace.missing.map(\.summary).joined(separator: "; ")
      checks.append(
        Check(direction == .there ? .routeFound : .wayBack, .unknown, "unknown: \(what)", trace.hops.last?.resource))
    case .dropped: fail(trace, direction)
    }
    for trace in journey.further { fail(trace, direction) }
  }

  private mutating func fail(_ trace: Trace, _ direction: Direction) {
    guard case .dropped(let reason) = trace.outcome else { return }
    let finder = CauseFinder(estate: estate, packet: direction == .there ? packet : packet.reversed, hops: trace.hops)
    let found = finder.cause(reason)
    // One fault can stop both ways; and the machines at both ends have had their own check.
    let isKnown = checks.contains { known in
      known.status == .fail && known.resource == found.resource
        && (known.code == found.code || found.code.layer == .compute)
    }
    if !isKnown { fail(direction == .there ? found : onTheWayBack(found)) }
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

  private mutating func fail(_ found: Cause) {
    checks.append(Check(found.code, .fail, found.summary, found.resource, found.evidence))
    if cause == nil { cause = found }
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
    guard !stopsHere, let resource = hop.resource else { return }
    switch hop.kind {
    case .peering:
      checks.append(Check(.peeringAccessDenied, .pass, "peering \(resource.name) lets the packet through", resource))
    case .appliance where resource.kind == .networkInterface:
      checks.append(Check(.applianceNotForwarding, .pass, "NIC \(resource.name) forwards", resource))
    default: break
    }
  }

  /// Whether both ways pass the same stateful devices: a device that sees only one of them drops the connection.
  mutating func compare(_ forward: Trace, _ wayBack: Trace?) {
    guard forward.outcome == .delivered, !checks.contains(where: { $0.code == .asymmetricReturn }) else { return }
    guard let wayBack else {
      compareWithEndpoint(forward)
      return
    }
    // What comes out at the internet carries a translated address: its answers find back to who translated it.
    guard wayBack.outcome == .delivered, !forward.hops.dropFirst().contains(where: { $0.kind == .internet }) else {
      return
    }
    let (there, back) = (devices(forward), devices(wayBack))
    guard Set(there) != Set(back) else {
      if !there.isEmpty {
        checks.append(Check(.asymmetricReturn, .pass, "both ways pass the same devices", there.first))
      }
      return
    }
    let onlyOne = Set(there).symmetricDifference(back).sorted()
    let names = onlyOne.map { String($0.name) }.joined(separator: ", ")
    checks.append(
      Check(
        .asymmetricReturn, .warning,
        "only one of the two ways passes \(names): a stateful device there drops the connection", onlyOne.first))
  }

  /// The stateful devices of a path; an appliance's NICs are one device.
  private func devices(_ trace: Trace) -> [ResourceID] {
    trace.statefulDevices.map { device in
      let machine = estate.networkInterfaceIndex(device).flatMap { estate.virtualMachine(ofInterface: $0) }
      return machine.map { estate.virtualMachines[$0].id } ?? device
    }
  }

  /// A private endpoint answers its asker directly: user routes of its subnet don't apply to it (B.8, B-050).
  private mutating func compareWithEndpoint(_ forward: Trace) {
    guard forward.hops.last?.kind == .privateEndpoint, let device = forward.statefulDevices.first else { return }
    checks.append(
      Check(
        .asymmetricReturn, .warning,
        "the private endpoint answers the asker directly, past \(device.name), unless \(device.name) translates the"
          + " source to its own address", device))
  }

  /// Things that don't stop the connection, but that its owner should know.
  mutating func warn(_ warnings: [Check]) { checks += warnings }

  /// Filters come with a later version; until then the verdict can't be `reachable`.
  mutating func noteFilters() {
    checks.append(
      Check(.filtersNotJudged, .unknown, "filters (network security groups, firewalls) are not judged yet"))
    guard cause == nil else { return }
    missing.append(
      MissingInput(
        .property, nil, "whether filters (network security groups, firewalls) let the traffic pass: not judged yet",
        command: nil))
  }
}
