internal import AzureResources
internal import Estate
internal import IPAddressing
internal import NameResolution
internal import PrivateLinkZones

/// A name that is examined: what it gave, and what it should give.
struct NameSubject {
  let name: DomainName
  let asker: NameAsker
  let answer: NameAnswer
  let estate: Estate
  let directory: NameDirectory
  /// What private endpoints say of the name, by itself or by its alias.
  let entries: [EndpointName]
  /// The name that should be in the private zone, and the zone's name; nil for a name of no service.
  let privateName: DomainName?
  let zoneName: DomainName?
  /// The suffix that a DNS server has to forward.
  let publicSuffix: String?

  init(_ name: DomainName, _ asker: NameAsker, _ answer: NameAnswer, _ resolver: inout NameResolver) {
    self.name = name
    self.asker = asker
    self.answer = answer
    directory = resolver.directory
    estate = resolver.directory.estate
    let endpoints = resolver.endpointNames()
    let candidates = PrivateLinkZones.privateNames(of: name.text)
    let aliases = candidates.compactMap { DomainName($0.name) }
    let own = endpoints.entries(for: name)
    let found = own.isEmpty ? aliases.flatMap { endpoints.entries(for: $0) } : own
    entries = found
    let types = Set(
      found.flatMap { entry in
        resolver.directory.estate.privateEndpoints[entry.endpoint].connections.compactMap {
          $0.target?.type.lowercased()
        }
      })
    let fitting =
      candidates.first { candidate in
        candidate.resourceTypes.contains { types.contains($0.lowercased()) }
      } ?? candidates.first
    if let fitting {
      privateName = DomainName(fitting.name)
      zoneName = DomainName(fitting.zone)
      publicSuffix = fitting.publicSuffix
    } else if PrivateLinkZones.isPrivateName(name.text) {
      privateName = name
      let labels = name.text.split(separator: ".")
      let start = labels.firstIndex { $0.hasPrefix("privatelink") } ?? 0
      zoneName = DomainName(labels[start...].joined(separator: "."))
      publicSuffix = labels[(start + 1)...].joined(separator: ".")
    } else {
      privateName = nil
      zoneName = nil
      publicSuffix = nil
    }
  }

  /// The addresses that the name should give.
  var expected: [IPAddress] {
    var seen: Set<IPAddress> = []
    return entries.flatMap(\.addresses).filter { seen.insert($0).inserted }
  }

  /// Whether addresses are the private endpoint's.
  func isExpected(_ addresses: [IPAddress]) -> Bool {
    !addresses.isEmpty && addresses.allSatisfy { expected.contains($0) }
  }

  /// The endpoint to name: the first that bears the name.
  var endpoint: PrivateEndpoint? { entries.first.map { estate.privateEndpoints[$0.endpoint] } }

  /// The zones that should hold the record, those with the right record first.
  var zones: [PrivateZone] {
    let all = zoneName.map { directory.zones.zones(named: $0) } ?? []
    return all.filter(holdsRight) + all.filter { !holdsRight($0) }
  }

  /// Whether a zone has the record with the endpoint's address.
  func holdsRight(_ zone: PrivateZone) -> Bool {
    guard let recordName = recordName(in: zone.name) else { return false }
    let addresses = zone.records(at: recordName).filter { $0.type != .alias }.flatMap(\.values)
    return !addresses.isEmpty && isExpected(addresses.compactMap { try? IPAddress($0) })
  }

  /// The name of the record in a zone, relative to it.
  func recordName(in zone: DomainName) -> String? {
    guard let privateName, privateName.isWithin(zone), privateName != zone else { return nil }
    return String(privateName.text.dropLast(zone.text.utf8.count + 1))
  }

  /// The network whose resolver gave the last word; nil where another server did.
  var resolverNetwork: Int? {
    guard let last = answer.links.last(where: { $0.kind == .server || $0.kind == .forward }) else { return nil }
    let isElsewhere = last.origin == .publicDNS || last.summary.contains("asks public DNS itself")
    return isElsewhere ? nil : answer.resolverNetworks.last
  }
}
