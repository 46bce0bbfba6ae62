internal import AzureResources
internal import Estate
internal import Filtering
internal import IPAddressing
internal import Routing

/// What filters do with the packet at each station: outbound at the sender, inbound and outbound at an appliance,
/// inbound at the receiver (routing semantics D-003, D-004).
extension Tracer {
  /// The filters at the sender. True: the path ends here.
  mutating func filtersStopSender(_ start: PathStart, _ walk: inout Walk) -> Bool {
    switch book.owner(of: walk.packet.source, inNetwork: estate.subnets[start.subnet].network) {
    case .interface(let interface): return filtersStop(.outbound, atInterface: interface, &walk)
    // What a gateway, firewall or endpoint sends passes no group (D-083, D-086).
    case .some: return false
    case nil:
      // From on-premises the way begins at the gateway, from a health probe at the host.
      let isInside = estate.subnet(start.subnet).addressPrefixes.contains { $0.contains(walk.packet.source) }
      return isInside && filtersStop(.outbound, inSubnet: start.subnet, &walk)
    }
  }

  /// The filters of a NIC and its subnet. True: the path ends here.
  mutating func filtersStop(_ direction: TrafficDirection, atInterface interface: Int, _ walk: inout Walk) -> Bool {
    filtersStop(
      direction, at: .interface(interface), estate.networkInterfaces[interface].id,
      estate.subnet(ofInterface: interface), &walk)
  }

  /// The filters of a subnet, for a host that stands for all in it. True: the path ends here.
  mutating func filtersStop(_ direction: TrafficDirection, inSubnet subnet: Int, _ walk: inout Walk) -> Bool {
    filtersStop(direction, at: .subnet(subnet), estate.subnet(subnet).id, subnet, &walk)
  }

  /// The filters before a private endpoint (D-083). True: the path ends here.
  mutating func filtersStop(atEndpoint endpoint: ResourceID, _ walk: inout Walk) -> Bool {
    guard let index = book.privateEndpoint(endpoint) else { return false }
    return filtersStop(
      .inbound, at: .privateEndpoint(index), endpoint, estate.subnetIndex(estate.privateEndpoints[index].subnet), &walk)
  }

  private mutating func filtersStop(
    _ direction: TrafficDirection, at place: FilterPlace, _ id: ResourceID, _ subnet: Int?, _ walk: inout Walk
  ) -> Bool {
    guard !knowsConnection(place, id, direction, &walk) else { return false }
    let verdict = self.verdict(Self.flow(walk.packet), direction, at: place)
    return stops(verdict, direction, id, subnet, &walk)
  }

  /// What the filters at a place do with a flow: asked again and again, while faults are passed and ways compared.
  mutating func verdict(_ flow: Flow, _ direction: TrafficDirection, at place: FilterPlace) -> FilterVerdict {
    let question = FilterQuestion(flow: flow, direction: direction, place: place)
    if let known = verdicts[question] { return known }
    let verdict = filters.verdict(flow, direction, at: place)
    // The questions of one connection are few: what is kept stays small.
    if verdicts.count >= 64 { verdicts.removeAll(keepingCapacity: true) }
    verdicts[question] = verdict
    return verdict
  }

  /// Whether the packet answers one that passed here, so that it needs no rule (D-030). Else the place keeps the state
  /// of this connection from now on.
  private func knowsConnection(
    _ place: FilterPlace, _ id: ResourceID, _ direction: TrafficDirection, _ walk: inout Walk
  ) -> Bool {
    guard walk.request?.filterPlaces.contains(place) == true else {
      walk.trace.filterPlaces.insert(place)
      return false
    }
    walk.record(FilterPassage(direction: direction, place: id, packet: walk.packet, outcome: .established))
    return true
  }

  private mutating func stops(
    _ verdict: FilterVerdict, _ direction: TrafficDirection, _ place: ResourceID, _ subnet: Int?, _ walk: inout Walk
  ) -> Bool {
    func passage(_ outcome: FilterPassage.Outcome) -> FilterPassage {
      FilterPassage(direction: direction, place: place, packet: walk.packet, outcome: outcome)
    }
    switch verdict.access {
    case .deny:
      walk.record(passage(.judged(verdict)))
      return walk.halt(.filtered(passage(.judged(verdict))))
    case .allow:
      walk.record(passage(.judged(verdict)))
    case .noFilters:
      guard direction == .inbound, let address = walk.closedEntry else {
        walk.record(passage(.judged(verdict)))
        return false
      }
      guard estate.publicIPAddressIndex(address).flatMap({ estate.publicIPAddresses[$0].sku }) != nil else {
        walk.record(passage(.judged(verdict)))
        walk.leaveOpen(
          MissingInput(
            .property, address,
            "the SKU of public address \(address.name): without a network security group Basic is open, Standard closed",
            command: "az network public-ip show --ids \(address)"))
        return false
      }
      walk.record(passage(.closedWithoutGroup(publicAddress: address)))
      return walk.halt(.filtered(passage(.closedWithoutGroup(publicAddress: address))))
    case .unknown(let what):
      walk.record(passage(.judged(verdict)))
      for missing in missing(verdict, what, place, subnet) { walk.leaveOpen(missing) }
    }
    return false
  }

  /// What would make an unknown verdict certain, with the commands that collect it.
  private mutating func missing(
    _ verdict: FilterVerdict, _ what: String, _ place: ResourceID, _ subnet: Int?
  ) -> [MissingInput] {
    let absent = verdict.missing.map { id in
      MissingInput(
        .resource, id, "what \(id.shortName) lets pass at \(place.shortName): it is not in the snapshot",
        command: id.kind == .networkSecurityGroup ? "az network nsg show --ids \(id)" : "az network vnet list")
    }
    guard absent.isEmpty else { return absent }
    let summary = "\(what), which a rule at \(place.shortName) names"
    let tags = Set(verdict.stages.flatMap { Self.unknownTags($0) })
    guard tags.isEmpty else {
      return [MissingInput(.serviceTag, nil, summary, command: "az network list-service-tags -l <location>")]
    }
    let routes = subnet.map { tables.table(ofSubnet: $0).missing } ?? []
    let learned = routes.first { $0.kind == .learnedRoutes || $0.kind == .resource }
    return [MissingInput(learned?.kind ?? .property, learned?.resource, summary, command: learned?.command)]
  }

  private static func unknownTags(_ stage: FilterStage) -> [String] {
    guard case .unknown = stage.outcome else { return [] }
    var names: [String] = []
    for evaluation in stage.evaluations {
      for (match, scope) in [
        (evaluation.source, evaluation.rule.source), (evaluation.destination, evaluation.rule.destination),
      ] {
        if case .unknown = match, case .serviceTags(let tags, _) = scope { names += tags }
      }
    }
    return names.filter { $0.lowercased() != "virtualnetwork" }
  }

  /// The packet as filters see it.
  static func flow(_ packet: Packet) -> Flow {
    let transport: SecurityRuleProtocol =
      switch packet.transport {
      case .tcp: .tcp
      case .udp: .udp
      case .icmp: .icmp
      }
    return Flow(
      transport, from: packet.source, port: packet.sourcePort, to: packet.destination, port: packet.port)
  }
}

extension Tracer.Walk {
  /// Notes at the last station what its filters did.
  mutating func record(_ passage: FilterPassage) { trace.hops[trace.hops.count - 1].filters.append(passage) }
}
