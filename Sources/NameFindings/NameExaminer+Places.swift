internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import NameResolution
internal import PathAnalysis
internal import PrivateLinkZones
internal import Remediation

/// Faults of the places that names are kept and asked at: zones, rulesets, networks' servers, sub-resources.
extension NameExaminer {
  /// D13: the name is of another sub-resource than the endpoints of its service stand for.
  func foreign(_ subject: NameSubject) -> Check? {
    let candidates = PrivateLinkZones.privateNames(of: subject.name.text)
    let label = subject.name.text.prefix { $0 != "." }
    for candidate in candidates {
      let endpoint = subject.estate.privateEndpoints.first { endpoint in
        endpoint.connections.contains { connection in
          guard let target = connection.target else { return false }
          return target.name.lowercased() == label
            && candidate.resourceTypes.contains { $0.lowercased() == target.type.lowercased() }
        }
      }
      guard let endpoint, let connection = endpoint.connections.first, let target = connection.target else { continue }
      let zone = candidate.zone
      let wanted = PrivateLinkZones.required(resourceType: target.type, groupID: nil, in: candidate.cloud)
        .first { $0.matches(zone) }?.groupIDs.first
      let groups = connection.groupIDs.joined(separator: ", ")
      return Check(
        .subResourceDiffers, .fail,
        "\(subject.name) gives a public address: private endpoint \(endpoint.id.name) stands for \(groups) of"
          + " \(target.name), not for \(wanted ?? "this sub-resource")", endpoint.id,
        detail: [.init("groupIds", groups), .init("needed", wanted ?? "")],
        remedy: Remedy(
          "create a private endpoint for \(wanted ?? "the sub-resource"), with zone \(zone)",
          endpoint.subnet.map { subnet in
            [
              "az network private-endpoint create -g \(endpoint.id.resourceGroup ?? "") -n"
                + " \(endpoint.id.name)-\(wanted ?? "second") --subnet \(subnet) --private-connection-resource-id"
                + " \(target) --group-id \(wanted ?? "") --connection-name \(wanted ?? "second")"
            ]
          } ?? []))
    }
    return nil
  }

  /// D6: the endpoint's zone group names a zone in which Azure writes nothing.
  func wrongZone(_ subject: NameSubject, _ network: Int) -> Check? {
    guard let endpoint = subject.endpoint, let needed = subject.zoneName else { return nil }
    let wrong = subject.directory.zoneGroups(ofEndpoint: endpoint.id).first { group in
      group.recordNames.isEmpty && group.zone.name.lowercased() != needed.text
    }
    guard let wrong else { return nil }
    let zone = subject.zones.first?.id ?? subject.newZone
    var changes: [Change] =
      subject.zones.isEmpty ? [.put(subject.newZone, properties: JSONObject(), location: "global")] : []
    changes += [subject.link(zone, to: network)].compactMap { $0 } + subject.records(in: zone)
    return Check(
      .zoneNameWrong, .fail,
      "the zone group of \(endpoint.id.name) names private DNS zone \(wrong.zone.name), and its sub-resource needs \(needed):"
        + " Azure accepts it and writes no record", wrong.id,
      detail: [.init("zone", String(wrong.zone.name)), .init("needed", needed.text)],
      remedy: Remedy("create zone \(needed), link it and enter the record; then attach it to the endpoint", changes))
  }

  /// No zone of the name exists anywhere.
  func missingZone(_ subject: NameSubject, _ network: Int) -> Check {
    let zone = subject.newZone
    let place = subject.estate.virtualNetworks[network].id
    var changes: [Change] = [.put(zone, properties: JSONObject(), location: "global")]
    changes += [subject.link(zone, to: network)].compactMap { $0 } + subject.groupOrRecords(in: zone)
    return Check(
      .zoneMissing, .fail,
      "\(subject.name) gives a public address: the snapshot holds no private DNS zone \(subject.zoneName?.text ?? "")",
      subject.endpoint?.id, detail: [.init("zone", subject.zoneName?.text ?? ""), .init("virtualNetwork", place.text)],
      remedy: Remedy("create the zone, link it to \(place.name) and attach it to the endpoint", changes))
  }

  /// D9: a ruleset would forward the name to a resolver that knows it, and isn't linked here.
  mutating func unlinkedRuleset(_ subject: NameSubject, _ network: Int) -> Check? {
    let place = subject.estate.virtualNetworks[network].id
    for (ruleset, rule, targets) in resolver.directory.forwardingRules(for: subject.name, notLinkedTo: network) {
      let outcome = resolver.resolve(subject.name, inNetwork: network, asking: targets).outcome
      guard case .addresses(let found) = outcome, subject.isExpected(found),
        let link = ruleset.child("virtualNetworkLinks", "\(place.name)-link")
      else { continue }
      return Check(
        .rulesetNotLinked, .fail,
        "\(subject.name) gives a public address: forwarding ruleset \(ruleset.name) would forward it by rule \(rule.name), but"
          + " it is not linked to \(place.name)", ruleset,
        detail: [.init("virtualNetwork", place.text), .init("rule", rule.text)],
        remedy: Remedy(
          "link the ruleset to \(place.name)",
          [.put(link, properties: JSONObject([("virtualNetwork", Change.reference(place))]), location: nil)]))
    }
    return nil
  }

  /// D1: the network asks Azure's own resolver, and the networks around it ask servers that know the name.
  mutating func othersAnswer(_ subject: NameSubject) -> Check? {
    guard case .network(let network, _) = subject.asker, resolver.servers(of: subject.asker).addresses.isEmpty else {
      return nil
    }
    // A network with linked private zones is meant to ask Azure's own resolver.
    let isLinked = subject.directory.zones.zones.contains { $0.link(toNetwork: network) != nil }
    guard !isLinked || subject.entries.isEmpty else { return nil }
    let place = subject.estate.virtualNetworks[network].id
    for servers in peersServers(subject, network) {
      guard case .addresses(let found) = resolver.resolve(subject.name, inNetwork: network, asking: servers).outcome,
        subject.entries.isEmpty || subject.isExpected(found)
      else { continue }
      let list = servers.joined(separator: ", ")
      return Check(
        .networkAsksOthers, .fail,
        "\(place.name) names no DNS servers, so that Azure's own resolver is asked, which doesn't know \(subject.name); the"
          + " networks beside it ask \(list), which does", place,
        detail: [.init("dnsServers", list)],
        remedy: Remedy(
          "name the servers in \(place.name), and renew the machines' leases or restart them",
          [.set(place, property: "dhcpOptions.dnsServers", value: .array(servers.map { .string($0) }))]))
    }
    return nil
  }

  /// The lists of servers that directly peered networks name, each once.
  func peersServers(_ subject: NameSubject, _ network: Int) -> [[String]] {
    var lists: [[String]] = []
    for peer in subject.estate.peers(ofNetwork: network) {
      let servers = peer.remote.map { subject.estate.virtualNetworks[$0].dnsServers.map(\.description) } ?? []
      if !servers.isEmpty, !lists.contains(servers) { lists.append(servers) }
    }
    return lists
  }

  /// Servers that a network could name instead, so that the name comes out right; Azure's own first.
  mutating func betterServers(_ subject: NameSubject, _ network: Int) -> [String]? {
    for servers in [[]] + peersServers(subject, network) {
      if case .addresses(let found) = resolver.resolve(subject.name, inNetwork: network, asking: servers).outcome,
        subject.isExpected(found)
      {
        return servers
      }
    }
    return nil
  }
}
