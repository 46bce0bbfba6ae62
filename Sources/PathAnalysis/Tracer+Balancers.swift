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
  /// Stopped backends fail their probe and get nothing (routing semantics E-022). Of several that get traffic one that
  /// can't handle it is shown first, since every flow that falls to it fails.
  mutating func backend(of balancer: Int, _ frontend: Int, _ use: BackendUse, _ walk: inout Walk) -> Int? {
    let resource = estate.loadBalancers[balancer]
    let front = resource.frontends[frontend]
    let address = front.privateIPAddress ?? walk.packet.destination
    walk.trace.hops.append(Hop(.loadBalancer, resource.id, address: address))
    let rules = resource.rules.filter { $0.frontend == front.id }
    let taking = rules.first { takes(walk.packet, $0) }
    if taking == nil, use == .delivery,
      case .backend(_, let interface?, let inside?, let delivery) = entries.target(
        of: walk.packet, balancer: balancer, frontend: frontend)
    {
      if !delivery.keepsDestination { walk.translate(walk.packet.to(inside, port: delivery.port), at: resource.id) }
      return interface
    }
    if taking == nil, walk.halt(.loadBalancerWithoutRule(resource.id, address)) { return nil }
    let pool = (taking ?? rules.first).map { members(of: $0, resource) } ?? []
    guard let first = pool.first else {
      walk.stop(.loadBalancerWithoutBackend(resource.id, address))
      return nil
    }
    let probed = pool.filter { !isKnownToBeStopped($0) }
    let running = probed.isEmpty ? [first] : probed
    if let denied = probesDenied(probed, taking ?? rules.first, of: resource),
      walk.halt(.probesDenied(resource.id, denied))
    {
      return nil
    }
    let others = running.filter { !isSender($0, walk) }
    guard let other = others.first else {
      walk.stop(.loadBalancerToItself(resource.id, address))
      return nil
    }
    if running.count > 1 {
      walk.assume(
        .firstOfSeveral, resource.id, "one of \(running.count) backends of \(resource.id.name) stands for all")
    }
    guard use == .transit else {
      translate(to: other, by: taking, at: resource.id, &walk)
      return other
    }
    return others.first { !estate.networkInterfaces[$0].enableIPForwarding } ?? other
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

  /// What keeps the health probe from every backend; nil where one of them takes it, or may (E-023, D-080).
  private mutating func probesDenied(
    _ backends: [Int], _ rule: LoadBalancingRule?, of balancer: LoadBalancer
  ) -> FilterPassage? {
    // Without a probe every backend counts as up.
    guard let id = rule?.probe, let probe = balancer.probes.first(where: { $0.id == id }) else { return nil }
    var first: FilterPassage?
    for backend in backends {
      guard let address = estate.networkInterfaces[backend].privateIPAddress, address.family == .ipv4 else {
        return nil
      }
      let packet = Packet(
        source: PlatformAddress.wireServer, sourcePort: Packet.clientPort, destination: address,
        port: probe.port.flatMap { UInt16(exactly: $0) })
      let verdict = filters.verdict(Self.flow(packet), .inbound, at: .interface(backend))
      guard verdict.access == .deny else { return nil }
      first =
        first
        ?? FilterPassage(
          direction: .inbound, place: estate.networkInterfaces[backend].id, packet: packet, outcome: .judged(verdict))
    }
    return first
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
