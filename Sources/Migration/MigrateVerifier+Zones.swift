internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing
internal import NameResolution
internal import Routing

/// "Validate the Private DNS Zone": it exists, it is linked, its records are right.
extension MigrateVerifier {
  /// The zones of names, each looked at once, and the record of each name.
  mutating func zoneChecks(_ names: [MigrateName]) -> [Check] {
    // Without a project and its endpoints there is no configuration to look at, only names.
    guard !project.endpoints.isEmpty || project.id != nil else { return [] }
    var order: [String] = []
    var byZone: [String: [MigrateName]] = [:]
    for name in names {
      guard let zone = name.kind?.zone else { continue }
      if byZone[zone] == nil { order.append(zone) }
      byZone[zone, default: []].append(name)
    }
    return order.flatMap { zoneChecks($0, byZone[$0] ?? []) }
  }

  private mutating func zoneChecks(_ zone: String, _ names: [MigrateName]) -> [Check] {
    // What the appliance itself resolves rightly is no fault, wherever the answer comes from.
    let fault: Check.Status = names.allSatisfy { isProbedRight($0) == true } ? .warning : .fail
    guard let domain = DomainName(zone) else { return [] }
    let found = directory.zones.zones(named: domain)
    guard !found.isEmpty else { return [absence(of: zone, names, fault)] }
    var checks = [
      Check(.migrateZoneMissing, .pass, "private DNS zone \(zone) exists", found[0].id)
    ]
    for network in Set(names.compactMap(network)).sorted() {
      let linked = found.first { $0.link(toNetwork: network)?.isComplete == true }
      checks.append(linkCheck(zone, found, linked, network, fault))
      for name in names where self.network(of: name) == network {
        checks += recordCheck(name, linked ?? found[0])
      }
    }
    return checks
  }

  private mutating func absence(of zone: String, _ names: [MigrateName], _ fault: Check.Status) -> Check {
    let group = names.compactMap(\.endpoint).first.flatMap { estate.privateEndpoints[$0].id.resourceGroup } ?? "<group>"
    guard !directory.zones.zones.isEmpty else {
      missing.append(
        MissingInput(
          .resource, project.id, "private DNS zones, their links and records",
          command: "az network private-dns zone list -o json"))
      return Check(
        .migrateZoneMissing, .unknown, "whether private DNS zone \(zone) exists: the snapshot holds no zones")
    }
    let byUser =
      names.first?.kind?.purpose == .storage ? " Azure Migrate doesn't make it for an account of one's own." : ""
    return Check(
      .migrateZoneMissing, fault, "there is no private DNS zone \(zone)", nil,
      remedy: Remedy(
        "make the zone, link it to the network of the private endpoint, and let the endpoint enter its records."
          + byUser,
        [
          "az network private-dns zone create -g \(group) -n \(zone)",
          "az network private-dns link vnet create -g \(group) -z \(zone) -n \(zone.prefix { $0 != "." })-link"
            + " -v <network id> -e false",
        ] + names.compactMap(\.endpoint).map { groupCommand($0, zone) }))
  }

  private func groupCommand(_ endpoint: Int, _ zone: String) -> String {
    let id = estate.privateEndpoints[endpoint].id
    return "az network private-endpoint dns-zone-group create -g \(id.resourceGroup ?? "<group>") --endpoint-name"
      + " \(id.name) -n default --zone-name \(zone.replacingDots) --private-dns-zone \(zone)"
  }

  /// The guide: "The virtual network that contains the Private Endpoint resource must be listed".
  private func linkCheck(
    _ zone: String, _ found: [PrivateZone], _ linked: PrivateZone?, _ network: Int, _ fault: Check.Status
  ) -> Check {
    let place = estate.virtualNetworks[network].id
    if let linked, let link = linked.link(toNetwork: network) {
      return Check(
        .migrateZoneNotLinked, .pass, "\(zone) is linked to \(place.name)", link.id,
        [evidence(link.id, "virtualNetwork.id", link.networkID?.text ?? "")])
    }
    let zoneID = found[0].id
    if let pending = found.compactMap({ $0.link(toNetwork: network) }).first {
      return Check(
        .migrateZoneNotLinked, .warning, "the link of \(zone) to \(place.name) is still being made", pending.id,
        [evidence(pending.id, "virtualNetworkLinkState", pending.state ?? "")],
        remedy: Remedy("wait until the link is Completed"))
    }
    let others = found.flatMap(\.links).compactMap(\.networkID).map { String($0.name) }
    let elsewhere = others.isEmpty ? "to no network" : "only to \(others.joined(separator: ", "))"
    return Check(
      .migrateZoneNotLinked, fault,
      "\(zone) is linked \(elsewhere), not to \(place.name), where the private endpoint is", zoneID,
      [evidence(zoneID, "virtualNetworkLinks", others.joined(separator: ", "))],
      remedy: Remedy(
        "link the zone to the network",
        [
          "az network private-dns link vnet create -g \(zoneID.resourceGroup ?? "<group>") -z \(zone)"
            + " -n \(place.name)-link -v \(place) -e false"
        ]))
  }

  /// "Verify that a DNS A record exists for the resource", with the endpoint's address.
  private mutating func recordCheck(_ name: MigrateName, _ zone: PrivateZone) -> [Check] {
    guard let record = name.kind?.recordName(of: name.name), !name.expected.isEmpty else { return [] }
    let fault: Check.Status = isProbedRight(name) == true ? .warning : .fail
    let held = zone.records(at: record).filter { $0.type == .address || $0.type == .addressIPv6 }.flatMap(\.values)
    let addresses = held.compactMap { try? IPAddress($0) }
    let words = Self.words(name)
    guard !held.isEmpty else {
      guard zone.isComplete else {
        missing.append(
          MissingInput(
            .resource, zone.id, "the records of private DNS zone \(zone.name)",
            command: "az network private-dns record-set list -g \(zone.id.resourceGroup ?? "<group>") -z \(zone.name)"
              + " -o json"))
        return [
          Check(.migrateRecordWrong, .unknown, "the snapshot doesn't hold \(zone.name)'s record of \(words)", zone.id)
        ]
      }
      return [
        Check(
          .migrateRecordWrong, fault, "\(zone.name) has no A record of \(words)", zone.id,
          [evidence(zone.id, "A record \(record)", "none")],
          remedy: Remedy("enter the record", [recordCommand(zone, record, name)]))
      ]
    }
    let evidence = [evidence(zone.id, "A record \(record)", held.joined(separator: ", "))]
    guard !addresses.isEmpty, addresses.allSatisfy(name.expected.contains) else {
      return [
        Check(
          .migrateRecordWrong, fault,
          "\(zone.name) has \(held.joined(separator: ", ")) for \(words), but its private endpoint has"
            + " \(Self.words(name.expected))", zone.id, evidence,
          remedy: Remedy(
            "remove the whole record, enter it anew, and flush the appliance's DNS cache; until its TTL is over the old"
              + " address may be answered",
            [
              "az network private-dns record-set a delete -g \(zone.id.resourceGroup ?? "<group>") -z \(zone.name)"
                + " -n \(record) --yes", recordCommand(zone, record, name),
            ]))
      ]
    }
    return [
      Check(.migrateRecordWrong, .pass, "\(zone.name) has \(Self.words(addresses)) for \(words)", zone.id, evidence)
    ]
  }

  private func recordCommand(_ zone: PrivateZone, _ record: String, _ name: MigrateName) -> String {
    "az network private-dns record-set a add-record -g \(zone.id.resourceGroup ?? "<group>") -z \(zone.name)"
      + " -n \(record) -a \(name.expected.first?.description ?? "<address>")"
  }

  /// The network of a name's private endpoint; the project's where only a file lists the name.
  func network(of name: MigrateName) -> Int? {
    let subnet = name.endpoint.flatMap { estate.privateEndpoints[$0].subnet } ?? project.subnet
    return subnet.flatMap { estate.subnetIndex($0) }.map { estate.subnets[$0].network }
      ?? subnet?.parent.flatMap { estate.virtualNetworkIndex($0) }
  }
}

extension String {
  /// `privatelink-vaultcore-azure-net`, as the portal names zones in a group.
  fileprivate var replacingDots: String { String(map { $0 == "." ? "-" : $0 }) }
}
