internal import AzureResources
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import NameResolution
internal import PathAnalysis
internal import PrivateLinkZones
internal import Remediation

/// The checks of an endpoint's names, of the zones that they need, and of what keeps their records.
struct EndpointZoneChecks {
  private let directory: NameDirectory
  private let endpoint: EndpointSummary

  init(_ directory: NameDirectory, _ endpoint: EndpointSummary) {
    self.directory = directory
    self.endpoint = endpoint
  }

  var names: [Check] {
    guard !endpoint.names.isEmpty else {
      return [
        Check(
          .endpointNames, .warning, "the snapshot holds no names of \(endpoint.id.name): nothing can be compared",
          endpoint.id, remedy: Remedy("collect the endpoint's NIC", ["az network nic list -o json"]))
      ]
    }
    let addresses = endpoint.addresses.map(\.description).joined(separator: ", ")
    return [
      Check(
        .endpointNames, .pass,
        "\(endpoint.id.name) stands for \(endpoint.names.joined(separator: ", ")) at \(addresses)", endpoint.id)
    ]
  }

  /// The zones' names that the endpoint's names need: by the names where they tell, else by type and sub-resource.
  var required: [String] {
    var found: [String] = []
    for name in endpoint.names {
      let candidates = PrivateLinkZones.privateNames(of: name)
      let type = endpoint.target?.type.lowercased()
      let fitting = candidates.first { $0.resourceTypes.contains { $0.lowercased() == type } } ?? candidates.first
      if let zone = fitting?.zone ?? Self.zone(ofPrivate: name), !found.contains(zone) { found.append(zone) }
    }
    guard found.isEmpty, let target = endpoint.target else { return found }
    return AzureCloud.allCases.prefix(1).flatMap { cloud in
      PrivateLinkZones.required(resourceType: target.type, groupID: endpoint.groupIDs.first, in: cloud)
        .filter { $0.isZone && !$0.isAlternative }.map(\.name)
    }
  }

  private static func zone(ofPrivate name: String) -> String? {
    let labels = name.split(separator: ".")
    guard PrivateLinkZones.isPrivateName(name), let start = labels.firstIndex(where: { $0.hasPrefix("privatelink") })
    else { return nil }
    return labels[start...].joined(separator: ".")
  }

  var zones: [Check] { required.flatMap(checks) }

  private func checks(_ zone: String) -> [Check] {
    guard let name = DomainName(zone) else { return [] }
    let zones = directory.zones.zones(named: name)
    guard let first = zones.first else {
      let isPattern = zone.contains("{")
      return [
        Check(
          .endpointZone, isPattern ? .skipped : .warning, "the snapshot holds no private DNS zone \(zone)", endpoint.id)
      ]
    }
    var checks: [Check] = []
    if zones.count > 1 {
      let groups = zones.map { String($0.id.resourceGroup ?? "") }.joined(separator: ", ")
      checks.append(
        Check(
          .endpointZone, .warning,
          "private DNS zone \(zone) exists \(zones.count) times (\(groups)): each network sees the records of the one it is"
            + " linked to", first.id))
    }
    for entry in zones {
      let linked = entry.links.compactMap { $0.networkID.map { String($0.name) } }
      checks.append(
        Check(
          .endpointZone, linked.isEmpty ? .warning : .pass,
          "private DNS zone \(zone) exists, linked to \(linked.isEmpty ? "no network" : linked.joined(separator: ", "))",
          entry.id))
      for link in entry.links where link.registers {
        checks.append(
          Check(
            .endpointZone, .warning,
            "link \(link.id.name) enters the machines of \(link.networkID?.name ?? "") into private DNS zone \(zone)",
            link.id,
            remedy: Remedy("turn registration off", [.set(link.id, property: "registrationEnabled", value: false)])))
      }
    }
    return checks
  }

  var groups: [Check] {
    let groups = directory.zoneGroups(ofEndpoint: endpoint.id)
    guard !groups.isEmpty else {
      return [
        Check(
          .endpointZoneGroup, .skipped, "\(endpoint.id.name) has no zone group: somebody has to keep its records",
          endpoint.id)
      ]
    }
    let needed = required
    return groups.map { group in
      let zone = group.zone.name.lowercased()
      if !needed.isEmpty, !needed.contains(zone), group.recordNames.isEmpty {
        return Check(
          .endpointZoneGroup, .warning,
          "the zone group of \(endpoint.id.name) names private DNS zone \(zone), and its names need"
            + " \(needed.joined(separator: ", ")): Azure accepts it and writes no record", group.id)
      }
      guard !group.recordNames.isEmpty else {
        return Check(
          .endpointZoneGroup, .warning, "the zone group of \(endpoint.id.name) keeps no record in \(zone)", group.id)
      }
      return Check(
        .endpointZoneGroup, .pass,
        "the zone group of \(endpoint.id.name) keeps \(group.recordNames.count) record\(group.recordNames.count == 1 ? "" : "s")"
          + " in \(zone)", group.id)
    }
  }
}
