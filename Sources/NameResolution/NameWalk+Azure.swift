internal import AzureResources
internal import Estate
internal import IPAddressing
internal import PrivateLinkZones

/// Azure's resolver, 168.63.129.16, as a network sees it.
extension NameWalk {
  /// Private zones come first, each alias anew; then forwarding rulesets; then public DNS.
  ///
  /// - Source: private endpoint semantics C.3.
  mutating func askAzure(_ network: Int, _ first: DomainName) -> NameOutcome {
    let id = estate.virtualNetworks[network].id
    guard enter("network \(network)", first) else {
      return fail(.forwardingLoop, first, "the resolver of \(id.name) is asked for \(first) again", .azureResolver, id)
    }
    defer { leave() }
    networks.append(network)
    var name = first
    while true {
      switch look(name, inNetwork: network) {
      case .done(let outcome): return outcome
      case .follow(let target):
        if let end = follow(target) { return end }
        name = target
      }
    }
  }

  private mutating func look(_ name: DomainName, inNetwork network: Int) -> Step {
    if let (zone, link) = directory.zones.zone(of: name, linkedTo: network) {
      return answer(name, zone, link, network)
    }
    if let found = internalName(name, network) { return found }
    if let (ruleset, rule) = rule(for: name, network) {
      let place = ruleset.origins.first ?? network
      link(
        .forward, name, "ruleset \(ruleset.id.name) forwards \(rule.domain) by rule \(rule.id.name)", .privateResolver,
        rule.id)
      return .done(
        ask(rule.targets.map(\.description), from: .network(place), name, "rule \(rule.id.name) asks", rule.id))
    }
    return publicStep(name, asking: network)
  }

  private func rule(for name: DomainName, _ network: Int) -> (ForwardingRuleset, ForwardingRule)? {
    let found = directory.resolvers.rulesets(linkedTo: network).compactMap { ruleset in
      ruleset.rule(for: name).map { (ruleset, $0) }
    }
    return found.max { $0.1.domain.labelCount < $1.1.domain.labelCount }
  }

  /// What a linked zone says. It is authoritative: a name that it lacks doesn't exist, but for links that redirect.
  private mutating func answer(
    _ name: DomainName, _ zone: PrivateZone, _ link: ZoneLink, _ network: Int
  ) -> Step {
    let relative = name.relative(to: zone.name) ?? "@"
    let words = "private DNS zone \(zone.name), linked to \(estate.virtualNetworks[network].id.name),"
    switch zone.records.find(relative) {
    case .records(let sets): return take(sets, of: name, .privateZone, zone.id, words)
    case .nothing where relative != "@" || zone.isComplete:
      self.link(.absence, name, "\(words) has the name, but no record of it", .privateZone, zone.id)
      return .done(.noData)
    case .nothing, .noSuchName: break
    }
    if let registered = registered(relative, name, zone) { return registered }
    guard zone.isComplete else {
      let group = zone.id.resourceGroup ?? "<group>"
      return .done(
        unknown(
          name, zone.id,
          "the records of private DNS zone \(zone.name), which answers for \(name) in "
            + "\(estate.virtualNetworks[network].id.name): the snapshot doesn't hold all of them",
          command: "az network private-dns record-set list -g \(group) -z \(zone.name) -o json"))
    }
    if link.redirects {
      self.link(
        .forward, name, "\(words) lacks \(name), and link \(link.id.name) hands it on to public DNS", .privateZone,
        link.id)
      return .done(askPublicly(name))
    }
    self.link(
      .absence, name, "\(words) has no record of \(name), and answers that it doesn't exist", .privateZone, zone.id)
    return .done(.noSuchName)
  }

  /// A machine that entered itself: those of networks whose link registers do, by the name that they call themselves.
  private mutating func registered(_ relative: String, _ name: DomainName, _ zone: PrivateZone) -> Step? {
    guard !relative.contains("."), relative != "@" else { return nil }
    for link in zone.links where link.registers && link.isComplete {
      guard let network = link.network, let interface = memory.interface(ofHost: relative, inNetwork: network) else {
        continue
      }
      return take(host: interface, name, .registration)
    }
    return nil
  }

  /// `vm.xyz.internal.cloudapp.net`: Azure names each network's machines itself.
  private mutating func internalName(_ name: DomainName, _ network: Int) -> Step? {
    guard name.text.hasSuffix(".internal.cloudapp.net"), let label = name.text.split(separator: ".").first else {
      return nil
    }
    guard let interface = memory.interface(ofHost: String(label), inNetwork: network) else {
      let id = estate.virtualNetworks[network].id
      link(.absence, name, "no machine of \(id.name) is called \(label)", .internalName, id)
      return .done(.noSuchName)
    }
    return take(host: interface, name, .internalName)
  }

  private mutating func take(host interface: Int, _ name: DomainName, _ origin: NameLink.Origin) -> Step {
    let resource = estate.networkInterfaces[interface]
    let machine = estate.virtualMachine(ofInterface: interface).map { estate.virtualMachines[$0].id } ?? resource.id
    let addresses = resource.ipConfigurations.filter(\.primary).compactMap(\.privateIPAddress)
    let own = addresses.isEmpty ? [resource.privateIPAddress].compactMap { $0 } : addresses
    let sets = own.map { RecordSet($0.family == .ipv4 ? .address : .addressIPv6, ["\($0)"], timeToLive: 10) }
    return take(sets, of: name, origin, machine, "machine \(machine.name) registered itself, and")
  }
}
