internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import NameResolution
internal import PathAnalysis
internal import PrivateLinkZones
internal import Remediation

/// Why a name doesn't give what it should.
extension NameExaminer {
  /// The fault; nil where the answer is the right one, or where nobody can tell.
  mutating func fault(_ subject: NameSubject) -> Check? {
    let answer = subject.answer
    switch answer.outcome {
    case .addresses(let addresses):
      guard !subject.entries.isEmpty, !subject.expected.isEmpty, !subject.isExpected(addresses) else { return nil }
      return isPublic(answer) ? publicAnswer(subject) : wrongRecord(subject, addresses)
    case .alias: return nil
    case .publicService: return subject.entries.isEmpty ? foreign(subject) : publicAnswer(subject)
    case .noSuchName, .noData: return absent(subject)
    case .failure(let failure): return silent(subject, failure)
    case .unknown: return subject.entries.isEmpty ? othersAnswer(subject) : nil
    }
  }

  /// Whether public DNS had the last word.
  private func isPublic(_ answer: NameAnswer) -> Bool {
    [.publicDNS, .publicZone, .publicAddress].contains(answer.records.last?.origin)
  }

  // MARK: A wrong address

  private mutating func wrongRecord(_ subject: NameSubject, _ addresses: [IPAddress]) -> Check {
    let found = addresses.map(\.description).joined(separator: ", ")
    let right = subject.expected.map(\.description).joined(separator: ", ")
    let record = subject.answer.records.last
    let detail: [Cause.Detail] = [.init("address", found), .init("expected", right)]
    let owner = subject.endpoint?.id.name ?? ""
    guard let id = record?.resource, record?.origin == .privateZone,
      let zone = subject.directory.zones.zones.first(where: { $0.id == id })
    else {
      return Check(
        .forwarderWrong, .fail,
        "\(subject.name) gives \(found), and private endpoint \(owner) has \(right): \(record?.summary ?? "a server") of"
          + " its own", record?.resource, detail: detail, party: .customer,
        remedy: Remedy("correct the record at that server, or let it forward \(subject.publicSuffix ?? "the name")"))
    }
    if let other = subject.zones.first(where: { $0.id != zone.id && subject.holdsRight($0) }) {
      return split(subject, asked: zone, other: other, detail)
    }
    return Check(
      .zoneRecordStale, .fail,
      "the record of \(subject.name) in private DNS zone \(zone.name) has \(found), and private endpoint \(owner) has"
        + " \(right)", zone.id, detail: detail,
      remedy: Remedy("replace the record, and flush the asker's cache", subject.replaceRecord(in: zone)))
  }

  /// D10: the same zone twice, the records in the other one.
  private func split(
    _ subject: NameSubject, asked zone: PrivateZone, other: PrivateZone, _ detail: [Cause.Detail] = []
  ) -> Check {
    Check(
      .zoneSplit, .fail,
      "private DNS zone \(zone.name) exists several times: the asker's network is linked to that of group"
        + " \(zone.id.resourceGroup ?? ""), and the record is in that of group \(other.id.resourceGroup ?? "")",
      zone.id,
      detail: detail + [.init("otherZone", other.id.text)],
      remedy: Remedy("enter the record here too, or make one zone of the two", subject.replaceRecord(in: zone)))
  }

  // MARK: No such name

  private mutating func absent(_ subject: NameSubject) -> Check {
    let last = subject.answer.links.last
    if let others = othersAnswer(subject) { return others }
    guard let id = last?.resource, last?.origin == .privateZone,
      let zone = subject.directory.zones.zones.first(where: { $0.id == id })
    else {
      return Check(
        .forwarderWrong, .fail, last?.summary ?? "\(subject.name) doesn't exist", last?.resource, party: .customer,
        remedy: Remedy("add the record there, or take the zone away so that the name is forwarded"))
    }
    if let other = subject.zones.first(where: { $0.id != zone.id && subject.holdsRight($0) }) {
      return split(subject, asked: zone, other: other)
    }
    let changes = subject.entries.isEmpty ? [] : subject.replaceRecord(in: zone)
    return Check(
      .zoneRecordMissing, .fail,
      "private DNS zone \(zone.name) is linked and has no record of \(last?.name ?? subject.name.text): the name doesn't"
        + " exist there, whatever public DNS says", zone.id,
      detail: [.init("record", subject.recordName(in: zone.name) ?? last?.name ?? "")],
      remedy: Remedy(
        changes.isEmpty
          ? "add the record, or let the link redirect (NxDomainRedirect) if somebody else's service is meant"
          : "add the record, or attach a DNS zone group to the endpoint", changes,
        lookups: changes.isEmpty
          ? ["az network private-dns record-set list -g \(zone.id.resourceGroup ?? "") -z \(zone.name) -o json"] : []))
  }

  // MARK: A public answer

  /// A private endpoint bears the name, and the answer leads past it.
  mutating func publicAnswer(_ subject: NameSubject) -> Check {
    if subject.asker == .internet { return refusedInPublic(subject) }
    guard let network = subject.resolverNetwork else { return forwarded(subject) }
    if let others = othersAnswer(subject) { return others }
    let place = subject.estate.virtualNetworks[network].id
    if let ruleset = unlinkedRuleset(subject, network) { return ruleset }
    let zones = subject.zones
    if let zone = zones.first(where: { $0.link(toNetwork: network)?.isComplete == false }) {
      return Check(
        .zoneLinkPending, .fail, "the link of private DNS zone \(zone.name) to \(place.name) is still being made",
        zone.link(toNetwork: network)?.id, detail: [.init("virtualNetworkLinkState", "InProgress")],
        remedy: Remedy("wait until virtualNetworkLinkState is Completed, then flush caches"))
    }
    if let wrong = wrongZone(subject, network), zones.allSatisfy({ !subject.holdsRight($0) }) { return wrong }
    guard let zone = zones.first else { return missingZone(subject, network) }
    if zone.link(toNetwork: network) != nil {
      return Check(
        .zoneRecordMissing, .fail,
        "private DNS zone \(zone.name) is linked to \(place.name), has no record of \(subject.name), and hands it on to"
          + " public DNS", zone.id,
        remedy: Remedy("add the record", subject.replaceRecord(in: zone)))
    }
    let linked = zone.links.compactMap { $0.networkID?.name }.map { String($0) }
    let elsewhere = linked.isEmpty ? "to no network" : "only to \(linked.joined(separator: ", "))"
    var changes = [subject.link(zone.id, to: network)].compactMap { $0 }
    if !subject.holdsRight(zone) { changes += subject.replaceRecord(in: zone) }
    return Check(
      .zoneNotLinked, .fail,
      "\(subject.name) gives a public address: private DNS zone \(zone.name) is linked \(elsewhere), not to \(place.name),"
        + " whose resolver is asked", zone.id,
      detail: [.init("virtualNetwork", place.text)],
      remedy: Remedy("link the zone to \(place.name)", changes))
  }

  /// D12: from the internet the public answer is the right one, and the target takes nobody from there.
  private func refusedInPublic(_ subject: NameSubject) -> Check {
    let target = subject.endpoint?.connections.first?.target
    return Check(
      .publicAnswer, .fail,
      "\(subject.name) gives a public address on the internet, and \(target?.name ?? "its service") is meant to be reached by"
        + " private endpoint \(subject.endpoint?.id.name ?? "")", target,
      remedy: Remedy("connect from a network that reaches the endpoint, or open the service's public access"))
  }

  /// D7: the question leaves for public DNS before Azure's resolver sees it.
  private mutating func forwarded(_ subject: NameSubject) -> Check {
    let steps = subject.answer.links.filter { $0.kind == .server || $0.kind == .forward }
    let culprit = steps.last?.origin == .publicDNS ? steps.dropLast().last : steps.last
    let server = subject.directory.declared.servers.first { server in
      server.resource == culprit?.resource && (culprit?.origin == .declaredServer)
        && (culprit?.summary.hasPrefix(server.name) ?? false)
    }
    let onlyPrivate = server.map { server in
      subject.zoneName.map { zone in server.forwards(zone) && !server.forwards(subject.name) } ?? false
    }
    let suffix = subject.publicSuffix ?? subject.name.text
    let words =
      onlyPrivate == true
      ? "\(server?.name ?? "") forwards \(subject.zoneName?.text ?? "") to Azure, but \(suffix) to public DNS, which follows"
        + " the alias itself"
      : "\(culprit?.summary ?? "") for \(subject.name), which knows public DNS alone"
    let (changes, remedy) = repairForwarding(subject, culprit)
    return Check(
      .forwarderWrong, .fail, "\(subject.name) gives a public address: \(words)", culprit?.resource,
      detail: [.init("forward", suffix)], party: changes.isEmpty ? .customer : nil,
      remedy: Remedy(
        remedy ?? "forward \(suffix), not the private zone, to a resolver in a network that the zone is linked to: an"
          + " inbound endpoint, or a server there that forwards to 168.63.129.16", changes))
  }

  // MARK: Nobody answers

  private mutating func silent(_ subject: NameSubject, _ failure: NameFailure) -> Check {
    let last = subject.answer.links.last { $0.kind == .failure }
    let isLoop = [.aliasLoop, .tooManyAliases, .forwardingLoop].contains(failure)
    let (changes, remedy) = repairSilence(subject, failure, last)
    return Check(
      isLoop ? .nameLoop : .nameServerSilent, .fail,
      "nobody answers \(subject.name): \(last?.summary ?? failure.rawValue)",
      last?.resource, detail: [.init("failure", failure.rawValue)], party: changes.isEmpty ? .customer : nil,
      remedy: Remedy(remedy, changes))
  }
}
