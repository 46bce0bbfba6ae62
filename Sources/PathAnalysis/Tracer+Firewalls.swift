internal import AzureResources
internal import Estate
internal import FirewallRules
internal import IPAddressing
internal import Routing

/// Azure Firewalls on the path.
extension Tracer {
  /// Asks a firewall, whose station is the last one. False: the path ends here.
  mutating func passes(firewall index: Int, _ walk: inout Walk) -> Bool {
    let id = estate.azureFirewalls[index].id
    // The answer to what passed needs no rule (E-045).
    if walk.request?.hops.contains(where: { $0.resource == id }) == true { return true }
    let decision = firewalls.decide(firewall: index, Self.firewallFlow(walk.packet))
    walk.trace.hops[walk.trace.hops.count - 1].decision = decision
    for assumption in decision.assumptions {
      walk.assume(.firewallAllows, assumption.resource, assumption.summary)
    }
    switch decision.outcome {
    case .allowed(by: _, let source): translate(source, at: id, &walk)
    case .translated(let translation):
      walk.translate(walk.packet.to(translation.address, port: translation.port), at: id)
      translate(translation.source, at: id, &walk)
    case .denied(by: let rule):
      if book.owner(ofPublic: walk.packet.destination) == .firewall(index) {
        walk.stop(.noTranslationRule(id, walk.packet))
        return false
      }
      return !walk.halt(.firewallDenies(id, rule, walk.packet))
    case .unknown(let gaps):
      for gap in gaps { walk.leaveOpen(Self.missing(gap, id)) }
    }
    return true
  }

  /// The source that a packet has behind a firewall.
  private func translate(_ source: FirewallSourceTranslation, at firewall: ResourceID, _ walk: inout Walk) {
    switch source {
    case .none: break
    case .privateAddress(let address):
      if let address { walk.translate(walk.packet.from(address), at: firewall) }
    case .publicAddress(let addresses):
      if let address = addresses.first { walk.translate(walk.packet.from(address), at: firewall) }
    case .unknown(let gap): walk.leaveOpen(Self.missing(gap, firewall))
    }
  }

  /// A packet from the internet to a public address of a firewall. True: its routes decide next.
  mutating func enter(byFirewall index: Int, _ walk: inout Walk) -> Bool {
    let firewall = estate.azureFirewalls[index]
    let subnet = firewall.ipConfigurations.lazy.compactMap(\.subnet).first
    guard goOn(.firewall, firewall.id, walk.packet.destination, subnet, &walk) else { return false }
    walk.visited.insert(.firewall(index))
    let asked = walk.packet.destination
    return passes(firewall: index, &walk) && walk.packet.destination != asked
  }

  static func firewallFlow(_ packet: Packet) -> FirewallFlow {
    let transport: FirewallFlow.Transport =
      switch packet.transport {
      case .tcp: .tcp
      case .udp: .udp
      case .icmp: .icmp
      }
    return FirewallFlow(transport, from: packet.source, to: packet.destination, port: packet.port)
  }

  private static func missing(_ gap: FirewallGap, _ firewall: ResourceID) -> MissingInput {
    let kind: MissingInput.Kind =
      switch gap.kind {
      case .resource: .resource
      case .serviceTag: .serviceTag
      case .name, .nameList, .port: .property
      }
    return MissingInput(
      kind, gap.resource, "what firewall \(firewall.name) does with the packet: it depends on \(gap.summary)",
      command: gap.command)
  }
}
