internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// Servers by their address: what each of them does with a question.
extension NameWalk {
  mutating func ask(_ address: IPAddress, from place: Place, _ name: DomainName) -> NameOutcome {
    if address == Self.azureResolver {
      guard case .network(let network) = place else {
        return fail(
          .azureResolverOutsideNetworks, name, "168.63.129.16 answers only inside a virtual network", .azureResolver,
          nil)
      }
      return askAzure(network, name)
    }
    if let index = directory.servers[address] { return ask(directory.declared.servers[index], at: address, name) }
    if let inbound = nearest(directory.resolvers.inbound[address] ?? [], place, by: \.network) {
      let network = estate.virtualNetworks[inbound.network].id
      link(
        .forward, name, "\(address) is inbound endpoint \(inbound.id.name): \(network.name)'s resolver answers",
        .privateResolver, inbound.id, value: "\(address)")
      return askAzure(inbound.network, name)
    }
    if let firewall = nearest(directory.firewalls[address] ?? [], place, by: { firewallNetwork($0) ?? -1 }) {
      return ask(firewall: firewall, address, name)
    }
    if PublicResolver.addresses.contains(address) {
      link(.forward, name, "\(address) is a public resolver", .publicDNS, nil, value: "\(address)")
      return askPublicly(name)
    }
    return askUndescribed(address, from: place, name)
  }

  /// The one that a place sees: its own network's, else a peer's, else the only one.
  private func nearest<Candidate>(
    _ candidates: [Candidate], _ place: Place, by network: (Candidate) -> Int
  ) -> Candidate? {
    guard candidates.count > 1, case .network(let own) = place else { return candidates.first }
    if let near = candidates.first(where: { network($0) == own }) { return near }
    let peers = Set(estate.peers(ofNetwork: own).compactMap(\.remote))
    return candidates.first { peers.contains(network($0)) } ?? candidates.first
  }

  // MARK: Servers that somebody described

  private mutating func ask(_ server: DeclaredServer, at address: IPAddress, _ name: DomainName) -> NameOutcome {
    if let machine = stoppedMachine(server.resource) {
      return fail(.serverStopped, name, "\(server.name) is stopped", .declaredServer, machine)
    }
    guard server.listens(at: address) else {
      return fail(
        .notListening, name,
        "\(server.name) doesn't listen at \(address), only at "
          + (server.listensOn ?? []).map(\.description).joined(separator: ", "), .declaredServer, server.resource)
    }
    guard enter("server \(server.addresses)", name) else {
      return fail(
        .forwardingLoop, name, "\(server.name) is asked for \(name) again", .declaredServer, server.resource)
    }
    defer { leave() }
    var current = name
    while true {
      switch look(current, at: server) {
      case .done(let outcome): return outcome
      case .follow(let target):
        if let end = follow(target) { return end }
        current = target
      }
    }
  }

  /// The domain whose rule or zone a server uses for a name; nil for neither.
  private func domain(_ name: DomainName, at server: DeclaredServer) -> DomainName? {
    name.lineage.first { server.zones[$0] != nil || server.forwarders[$0] != nil }
  }

  private mutating func look(_ name: DomainName, at server: DeclaredServer) -> Step {
    let used = domain(name, at: server)
    if let used, let records = server.zones[used] {
      switch records.find(name.relative(to: used) ?? "@") {
      case .records(let sets):
        return take(sets, of: name, .declaredServer, server.resource, "\(server.name)'s zone \(used)")
      case .nothing, .noSuchName:
        link(
          .absence, name, "\(server.name)'s zone \(used) has no record of \(name), and answers that it doesn't exist",
          .declaredServer, server.resource)
        return .done(.noSuchName)
      }
    }
    let start = links.count
    let outcome = handOn(name, used, server)
    guard server.aliases == .restart else { return .done(outcome) }
    // Such a server takes an alias, and asks for its target by its own rules.
    for index in start..<links.count where links[index].kind == .record && links[index].recordType == .alias {
      guard let target = DomainName(links[index].value), domain(target, at: server) != used else { continue }
      links.removeSubrange((index + 1)...)
      forgetAliases(after: DomainName(links[index].name) ?? name)
      return .follow(target)
    }
    return .done(outcome)
  }

  private mutating func handOn(_ name: DomainName, _ used: DomainName?, _ server: DeclaredServer) -> NameOutcome {
    let place = place(of: server)
    if let used, let targets = server.forwarders[used] {
      return hand(name, to: targets, from: place, server, "forwards \(used) to")
    }
    switch server.otherwise {
    case .servers(let targets): return hand(name, to: targets, from: place, server, "forwards everything else to")
    case .recursion:
      link(.forward, name, "\(server.name) asks public DNS itself", .declaredServer, server.resource)
      return askPublicly(name)
    case .refusal:
      return fail(
        .refused, name, "\(server.name) has neither zone nor forwarder for \(name), and refuses", .declaredServer,
        server.resource)
    case .unknown:
      return unknown(
        name, server.resource,
        "what \(server.name) does with \(name): its description has no zone and no forwarder for it, and no default",
        command: "nslookup \(name) \(server.addresses[0])")
    }
  }

  private mutating func hand(
    _ name: DomainName, to targets: [IPAddress], from place: Place, _ server: DeclaredServer, _ words: String
  ) -> NameOutcome {
    var outcome = NameOutcome.failure(.refused)
    for target in targets {
      link(
        .forward, name, "\(server.name) \(words) \(target)", .declaredServer, server.resource, value: "\(target)")
      outcome = ask(target, from: place, name)
      guard case .failure = outcome else { return outcome }
    }
    return outcome
  }

  /// Where a server asks from: its machine's network, or the network that has its address.
  private func place(of server: DeclaredServer) -> Place {
    var interfaces =
      server.resource.flatMap { estate.virtualMachineIndex($0) }
      .map { estate.networkInterfaces(ofMachine: $0) } ?? []
    interfaces += [estate.networkInterfaceIndex(server.resource)].compactMap { $0 }
    if interfaces.isEmpty { interfaces = server.addresses.flatMap { estate.networkInterfaces(withAddress: $0) } }
    let subnet =
      interfaces.lazy.compactMap { estate.subnet(ofInterface: $0) }.first
      ?? server.addresses.lazy.flatMap { estate.subnets(containing: $0) }.first
    return subnet.map { .network(estate.subnets[$0].network) } ?? .outside
  }

  private func stoppedMachine(_ id: ResourceID?) -> ResourceID? {
    let machine =
      estate.virtualMachineIndex(id)
      ?? estate.networkInterfaceIndex(id).flatMap { estate.virtualMachine(ofInterface: $0) }
    guard let machine, let state = estate.virtualMachines[machine].powerState, state != .running, state != .starting
    else { return nil }
    return estate.virtualMachines[machine].id
  }

  // MARK: Firewalls

  private func firewallNetwork(_ firewall: Int) -> Int? {
    let subnet = estate.azureFirewalls[firewall].ipConfigurations.lazy.compactMap(\.subnet).first
    return estate.subnetIndex(subnet).map { estate.subnets[$0].network }
  }

  private mutating func ask(firewall: Int, _ address: IPAddress, _ name: DomainName) -> NameOutcome {
    let id = estate.azureFirewalls[firewall].id
    let proxy = FirewallProxy(estate, firewall: firewall)
    guard proxy.isOn else {
      return fail(
        .proxyOff, name, "firewall \(id.name) has its DNS proxy off, so that it answers nothing at \(address)",
        .firewall,
        proxy.policy ?? id)
    }
    guard enter("firewall \(firewall)", name) else {
      return fail(.forwardingLoop, name, "firewall \(id.name) is asked for \(name) again", .firewall, id)
    }
    defer { leave() }
    guard let network = firewallNetwork(firewall) else {
      return unknown(
        name, id, "what firewall \(id.name)'s DNS proxy answers for \(name): the snapshot lacks its network",
        command: "nslookup \(name) \(address)")
    }
    link(
      .forward, name, "\(address) is firewall \(id.name), a DNS proxy", .firewall, proxy.policy ?? id,
      value: "\(address)")
    guard !proxy.servers.isEmpty else { return askAzure(network, name) }
    return ask(
      proxy.servers, from: .network(network), name, "firewall \(id.name) names DNS server", proxy.policy ?? id)
  }

  // MARK: Servers that nobody described

  private mutating func askUndescribed(_ address: IPAddress, from place: Place, _ name: DomainName) -> NameOutcome {
    let interfaces = estate.networkInterfaces(withAddress: address)
    if let interface = nearest(interfaces, place, by: { self.network(ofInterface: $0) ?? -1 }) {
      let id = estate.networkInterfaces[interface].id
      if let machine = stoppedMachine(id) {
        return fail(.serverStopped, name, "DNS server \(machine.name) is stopped", .declaredServer, machine)
      }
      let owner = estate.virtualMachine(ofInterface: interface).map { estate.virtualMachines[$0].id } ?? id
      return unknown(
        name, owner,
        "what DNS server \(address) (\(owner.name)) answers for \(name): it is not Azure's, and nobody described it; "
          + "--dns FILE can", command: "nslookup \(name) \(address)")
    }
    if let subnet = deadPlace(address, seenFrom: place) {
      return fail(
        .addressUnowned, name, "nothing in \(subnet.parent?.name ?? "")/\(subnet.name) has \(address)", .configuration,
        subnet)
    }
    let home: ResourceID? = if case .network(let index) = place { estate.virtualNetworks[index].id } else { nil }
    return unknown(
      name, home,
      "what DNS server \(address) answers for \(name): it is not Azure's, and its records are in no snapshot; "
        + "--dns FILE can describe it", command: "nslookup \(name) \(address)")
  }

  private func network(ofInterface interface: Int) -> Int? {
    estate.subnet(ofInterface: interface).map { estate.subnets[$0].network }
  }

  /// The subnet that an address would be in, where it is sure that nothing has it: one of the asker's network or its
  /// peers, or the only one for askers outside, that no service manages.
  private func deadPlace(_ address: IPAddress, seenFrom place: Place) -> ResourceID? {
    var near: Set<Int>?
    if case .network(let own) = place { near = Set([own] + estate.peers(ofNetwork: own).compactMap(\.remote)) }
    let holding = estate.subnets(containing: address).filter { near?.contains(estate.subnets[$0].network) ?? true }
    // From outside, an address that several networks have is nobody's to tell.
    guard let subnet = holding.first, near != nil || holding.count == 1 else { return nil }
    let resource = estate.subnet(subnet)
    let fronts = estate.loadBalancers.contains { balancer in
      balancer.frontends.contains { $0.privateIPAddress == address }
    }
    guard resource.delegations.isEmpty, !fronts else { return nil }
    return resource.id
  }
}
