internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import PrivateLinkZones

/// Public DNS, as far as a snapshot tells what it answers.
extension NameWalk {
  /// Recursion through public DNS: no private zone counts there.
  mutating func askPublicly(_ first: DomainName) -> NameOutcome {
    var name = first
    while true {
      switch publicStep(name, asking: nil) {
      case .done(let outcome): return outcome
      case .follow(let target):
        if let end = follow(target) { return end }
        name = target
      }
    }
  }

  /// What public DNS gives for one name.
  ///
  /// - Parameter network: The network whose resolver asks, and looks the alias up in its zones; nil for others.
  mutating func publicStep(_ name: DomainName, asking network: Int?) -> Step {
    let declared = directory.declared.publicRecords.sets(at: name.text)
    if !declared.isEmpty { return take(declared, of: name, .publicDNS, nil, "public DNS") }
    if let zone = directory.publicNames.zone(of: name), let relative = name.relative(to: zone.name) {
      switch zone.records.find(relative) {
      case .records(let sets): return take(sets, of: name, .publicZone, zone.id, "public DNS zone \(zone.name)")
      case .nothing, .noSuchName:
        link(.absence, name, "public DNS zone \(zone.name) has no record of \(name)", .publicZone, zone.id)
        return .done(.noSuchName)
      }
    }
    if let index = directory.publicNames.address(named: name) { return publicAddress(index, name) }
    let privates = PrivateLinkZones.privateNames(of: name.text)
    if privates.isEmpty { return unaliased(name, network) }
    return service(name, privates, network)
  }

  private mutating func publicAddress(_ index: Int, _ name: DomainName) -> Step {
    let resource = estate.publicIPAddresses[index]
    guard let address = resource.ipAddress else {
      return .done(
        unknown(
          name, resource.id, "the address of public IP address \(resource.id.name), which bears the name \(name)",
          command: "az network public-ip show --ids \(resource.id) -o json"))
    }
    let type: RecordType = address.family == .ipv4 ? .address : .addressIPv6
    return take(
      [RecordSet(type, ["\(address)"])], of: name, .publicAddress, resource.id, "public IP address \(resource.id.name)")
  }

  /// A service's public name: public DNS gives an alias where a private endpoint's connection is approved (semantics
  /// C.1, C.5).
  private mutating func service(_ name: DomainName, _ privates: [PrivateName], _ network: Int?) -> Step {
    let known = aliasKnowledge(name, privates)
    var alias = known.isAliased == true ? known.alias : nil
    var silent: PrivateZone?
    if known.isAliased == nil, let network {
      for candidate in privates {
        guard let target = DomainName(candidate.name),
          let (zone, link) = directory.zones.zone(of: target, linkedTo: network)
        else { continue }
        if case .records = zone.records.find(target.relative(to: zone.name) ?? "@") {
          alias = candidate.name
        } else if !link.redirects {
          silent = zone
        }
      }
    }
    if let alias, let target = DomainName(alias) {
      let why = known.resource.map { "\($0.name)'s connection is approved" } ?? "a linked zone has the alias's record"
      link(
        .record, name, "public DNS gives the alias \(target): \(why)", .publicDNS, known.resource, type: .alias,
        value: target.text)
      return types == [.alias] ? .done(.alias(target.text)) : .follow(target)
    }
    if known.isAliased == nil, let silent {
      return .done(
        unknown(
          name, silent.id,
          "whether public DNS gives \(name) an alias into private DNS zone \(silent.name), which is linked and has no "
            + "record of it: with one the name doesn't exist here, without one the answer is public",
          command: "nslookup -type=CNAME \(name)"))
    }
    guard known.exists else { return .done(unanswered(name, network)) }
    return .done(atService(name, known.resource))
  }

  private mutating func atService(_ name: DomainName, _ resource: ResourceID?) -> NameOutcome {
    link(.service, name, "public DNS answers \(name) with a public address of the service", .publicDNS, resource)
    return .publicService
  }

  /// A name that has no alias of private endpoints: the alias itself, or nobody's.
  private mutating func unaliased(_ name: DomainName, _ network: Int?) -> Step {
    let endpoints = memory.endpointNames()
    let isAlias = links.contains { $0.kind == .record && $0.recordType == .alias && $0.value == name.text }
    if PrivateLinkZones.isPrivateName(name.text), isAlias || !endpoints.entries(for: name).isEmpty {
      let endpoint = endpoints.entries(for: name).first.map { estate.privateEndpoints[$0.endpoint].id }
      return .done(atService(name, endpoint ?? links.last?.resource))
    }
    return .done(unanswered(name, network))
  }

  /// What the estate tells of a service's private endpoints.
  private struct AliasKnowledge {
    /// Whether public DNS gives an alias; nil where that is not known.
    var isAliased: Bool?
    var alias: String?
    /// The endpoint or service that it is known from.
    var resource: ResourceID?
    /// Whether the service is known to exist.
    var exists = false
  }

  private mutating func aliasKnowledge(_ name: DomainName, _ privates: [PrivateName]) -> AliasKnowledge {
    let endpoints = memory.endpointNames()
    var knowledge = AliasKnowledge()
    for candidate in privates {
      let entries = endpoints.entries(for: name) + (DomainName(candidate.name).map { endpoints.entries(for: $0) } ?? [])
      for entry in entries {
        let endpoint = estate.privateEndpoints[entry.endpoint]
        let types = endpoint.connections.compactMap { $0.target?.type.lowercased() }
        // Services share suffixes: the endpoint's own type says which of them it is.
        let fits = types.isEmpty || candidate.resourceTypes.contains { types.contains($0.lowercased()) }
        guard fits || privates.count == 1 else { continue }
        knowledge.exists = true
        let isApproved = endpoint.connections.allSatisfy { $0.status.map { $0.lowercased() == "approved" } ?? true }
        if isApproved || isApprovedElsewhere(endpoint) {
          return AliasKnowledge(isAliased: true, alias: candidate.name, resource: endpoint.id, exists: true)
        }
        knowledge.isAliased = false
        knowledge.resource = endpoint.id
      }
    }
    guard !knowledge.exists else { return knowledge }
    let label = String(name.text.prefix { $0 != "." })
    let names = [label, label.hasSuffix("-secondary") ? String(label.dropLast(10)) : label]
    for candidate in names {
      for target in memory.resources(named: candidate, types: privates.flatMap(\.resourceTypes)) {
        knowledge.exists = true
        knowledge.resource = target
        if let states = connectionStates(of: target), !states.contains("approved") { knowledge.isAliased = false }
      }
    }
    return knowledge
  }

  /// Whether another endpoint's connection to the same target is approved.
  private func isApprovedElsewhere(_ endpoint: PrivateEndpoint) -> Bool {
    endpoint.connections.compactMap(\.target).contains { connectionStates(of: $0)?.contains("approved") == true }
  }

  /// The states of a service's connections, in lower case; nil where the snapshot doesn't list them.
  private func connectionStates(of target: ResourceID) -> [String]? {
    let json = estate.json(target)
    return (json?["properties"] ?? json)?["privateEndpointConnections"]?.elements?.map { connection in
      let properties = connection["properties"] ?? connection
      return properties["privateLinkServiceConnectionState"]?["status"]?.text?.lowercased() ?? ""
    }
  }

  /// What nobody of the snapshot knows.
  private mutating func unanswered(_ name: DomainName, _ network: Int?) -> NameOutcome {
    let place = network.map { " in \(estate.virtualNetworks[$0].id.name)" } ?? ""
    let lookup = "nslookup \(name)"
    if network != nil, let zone = directory.zones.zones(enclosing: name).first {
      return unknown(
        name, zone.id,
        "a link of private DNS zone \(zone.name)\(place): without one public DNS answers for \(name), and what it "
          + "answers is in no snapshot", command: lookup)
    }
    return unknown(
      name, nil,
      "what public DNS answers for \(name): no private DNS zone\(place) and no public address of the snapshot has it",
      command: lookup)
  }
}
