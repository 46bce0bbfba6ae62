internal import AzureResources
internal import Estate
internal import Filtering
internal import IPAddressing
internal import Routing

/// Load balancers: front ends at which packets arrive, and the NICs behind them.
extension Tracer {
  /// Why a packet comes to a front end.
  enum BackendUse {
    /// The backend is its destination.
    case delivery
    /// The backend is to forward it.
    case transit
  }

  /// The NIC that a front end hands the packet to.
  ///
  /// Backends that are stopped or that filters keep the probe from get nothing while others do (routing semantics
  /// E-022, E-023). Of several that get traffic one that can't handle it comes first, since every flow that falls to it
  /// fails.
  mutating func backend(of balancer: Int, _ frontend: Int, _ use: BackendUse, _ walk: inout Walk) -> Int? {
    let resource = estate.loadBalancers[balancer]
    let front = resource.frontends[frontend]
    let address = front.privateIPAddress ?? walk.packet.destination
    walk.trace.hops.append(Hop(.loadBalancer, resource.id, address: address))
    let rules = resource.rules.filter { $0.frontend == front.id }
    let taking = rules.first { takes(walk.packet, $0) }
    if taking == nil, use == .delivery, let backend = translated(by: balancer, frontend, address, &walk) {
      return backend
    }
    if taking == nil, walk.halt(.loadBalancerWithoutRule(resource.id, address)) { return nil }
    let pool = (taking ?? rules.first).map { members(of: $0, resource) } ?? []
    guard let first = pool.first else {
      walk.stop(.loadBalancerWithoutBackend(resource.id, address))
      return nil
    }
    let running = pool.filter { !isKnownToBeStopped($0) }
    let denials = denials(of: running, taking ?? rules.first, of: resource)
    let probed = running.filter { denials[$0] == nil }
    if probed.isEmpty, let first = running.first, let denied = denials[first],
      walk.halt(.probesDenied(resource.id, denied))
    {
      return nil
    }
    let healthy = !probed.isEmpty ? probed : running.isEmpty ? [first] : running
    let others = healthy.filter { !isSender($0, walk) }
    guard !others.isEmpty else {
      walk.stop(.loadBalancerToItself(resource.id, address))
      return nil
    }
    if healthy.count < pool.count { noteSpare(pool, healthy, denials, of: resource.id, &walk) }
    let backend = choose(of: others, use, at: resource, address, &walk)
    if use == .delivery { translate(to: backend, by: taking, at: resource.id, &walk) }
    return backend
  }

  /// The NIC that an inbound NAT rule hands the packet to; nil where none takes it.
  private mutating func translated(
    by balancer: Int, _ frontend: Int, _ address: IPAddress, _ walk: inout Walk
  ) -> Int? {
    let resource = estate.loadBalancers[balancer]
    let backend: Int
    let inside: IPAddress?
    let how: BalancerTarget.Delivery
    switch entries.target(of: walk.packet, balancer: balancer, frontend: frontend) {
    case .backend(_, let interface?, let own, let delivery): (backend, inside, how) = (interface, own, delivery)
    case .oneOf(_, let interfaces, let delivery) where !interfaces.isEmpty:
      // A port stands for one member; the configuration doesn't say for which.
      backend = choose(of: interfaces, .delivery, at: resource, address, &walk)
      (inside, how) = (estate.networkInterfaces[backend].privateIPAddress, delivery)
    case .backend, .oneOf, .pool, .none: return nil
    }
    guard let inside else { return nil }
    if !how.keepsDestination { walk.translate(walk.packet.to(inside, port: how.port), at: resource.id) }
    return backend
  }

  /// The backend that a flow falls to. Both directions of a flow that pass one front end reach the same one (E-021).
  private func choose(
    of backends: [Int], _ use: BackendUse, at balancer: LoadBalancer, _ address: IPAddress, _ walk: inout Walk
  ) -> Int {
    guard backends.count > 1 else { return backends[0] }
    if let same = walk.request?.backend(of: balancer.id, at: address).flatMap({ estate.networkInterfaceIndex($0) }),
      backends.contains(same)
    {
      return same
    }
    var ways = backends
    if use == .transit {
      ways =
        backends.filter { !estate.networkInterfaces[$0].enableIPForwarding }
        + backends.filter { estate.networkInterfaces[$0].enableIPForwarding }
    }
    let taken = walk.choice(among: ways.count)
    let interface = estate.networkInterfaces[ways[taken]]
    walk.trace.forks.append(
      Fork(
        resource: balancer.id, count: ways.count, taken: taken, address: interface.privateIPAddress,
        device: interface.id))
    walk.assume(
      .firstOfSeveral, balancer.id, "one of \(ways.count) backends of \(balancer.id.name) stands for all")
    return ways[taken]
  }

  private func noteSpare(
    _ pool: [Int], _ healthy: [Int], _ denials: [Int: FilterPassage], of balancer: ResourceID, _ walk: inout Walk
  ) {
    for backend in pool where !healthy.contains(backend) {
      let reason: SpareBackend.Reason
      if let denied = denials[backend] {
        reason = .probeDenied(denied)
      } else if let machine = estate.virtualMachine(ofInterface: backend).map({ estate.virtualMachines[$0] }),
        let state = machine.powerState
      {
        reason = .stopped(machine: machine.id, state)
      } else {
        continue
      }
      walk.trace.spareBackends.append(
        SpareBackend(balancer: balancer, interface: estate.networkInterfaces[backend].id, reason: reason))
    }
  }

  /// The backend gets the packet with its own address and port, unless the rule leaves the front end's (D-006, E-025).
  func translate(to interface: Int, by rule: LoadBalancingRule?, at balancer: ResourceID, _ walk: inout Walk) {
    guard rule?.enableFloatingIP != true, let address = estate.networkInterfaces[interface].privateIPAddress else {
      return
    }
    let port = rule.flatMap { $0.backendPort == 0 || walk.packet.port == nil ? nil : UInt16(exactly: $0.backendPort) }
    walk.translate(walk.packet.to(address, port: port), at: balancer)
  }

  /// The NICs in a rule's pools, whichever of NIC and pool says so.
  func members(of rule: LoadBalancingRule, _ balancer: LoadBalancer) -> [Int] {
    rule.backendPools.flatMap { pools.interfaces(inPool: $0) }
  }

  /// What keeps the health probe from backends (E-023, D-080); those are left out that it reaches, or may reach.
  private mutating func denials(
    of backends: [Int], _ rule: LoadBalancingRule?, of balancer: LoadBalancer
  ) -> [Int: FilterPassage] {
    // Without a probe every backend counts as up.
    guard let id = rule?.probe, let probe = balancer.probes.first(where: { $0.id == id }) else { return [:] }
    var found: [Int: FilterPassage] = [:]
    for backend in backends {
      let interface = estate.networkInterfaces[backend]
      guard let address = interface.privateIPAddress, address.family == .ipv4 else { continue }
      let packet = Packet(
        source: PlatformAddress.wireServer, sourcePort: Packet.clientPort, destination: address,
        port: probe.port.flatMap { UInt16(exactly: $0) })
      let verdict = self.verdict(Self.flow(packet), .inbound, at: .interface(backend))
      guard verdict.access == .deny else { continue }
      found[backend] = FilterPassage(
        direction: .inbound, place: interface.id, packet: packet, outcome: .judged(verdict))
    }
    return found
  }

  /// Whether a rule takes the packet. Without a port, as for an answer that an appliance is to forward, any does.
  func takes(_ packet: Packet, _ rule: LoadBalancingRule) -> Bool {
    if rule.isHighAvailabilityPorts { return true }
    guard packet.transport != .icmp, ["all", packet.transport.rawValue].contains(rule.transport.lowercased()) else {
      return false
    }
    return packet.port.map { Int($0) == rule.frontendPort } ?? true
  }

  /// Whether the machine behind a NIC doesn't run, for certain.
  func isKnownToBeStopped(_ interface: Int) -> Bool {
    guard machines == .asRecorded, let machine = estate.virtualMachine(ofInterface: interface),
      let state = estate.virtualMachines[machine].powerState
    else { return false }
    return state != .running && state != .starting
  }

  private func isSender(_ interface: Int, _ walk: Walk) -> Bool {
    guard let first = walk.trace.hops.first, first.kind == .source else { return false }
    let resource = estate.networkInterfaces[interface]
    return resource.subnet?.parent == first.subnet?.parent
      && resource.ipConfigurations.contains { $0.privateIPAddress == walk.packet.source }
  }
}

extension Trace {
  /// The NIC that a front end on the path handed the packet to; nil where the path doesn't pass it.
  func backend(of balancer: ResourceID, at address: IPAddress) -> ResourceID? {
    guard
      let position = hops.firstIndex(where: {
        $0.kind == .loadBalancer && $0.resource == balancer && $0.address == address
      }), position + 1 < hops.count, hops[position + 1].resource?.kind == .networkInterface
    else { return nil }
    return hops[position + 1].resource
  }
}
