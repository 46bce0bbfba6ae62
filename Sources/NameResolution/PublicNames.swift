internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// The names of an estate that public DNS knows: those of public addresses and of public DNS zones.
struct PublicNames: Sendable {
  private let addresses: [String: Int]
  private let zones: [DomainName: (id: ResourceID, records: ZoneRecords)]

  /// - Complexity: O(public addresses, public zones and their records).
  init(_ estate: Estate, _ resources: NameResources) {
    let named = estate.publicIPAddresses.enumerated().compactMap { index, address in
      address.fullyQualifiedName.map { (DomainName($0)?.text ?? $0.lowercased(), index) }
    }
    addresses = Dictionary(named) { first, _ in first }
    var zones: [DomainName: (id: ResourceID, records: ZoneRecords)] = [:]
    for id in resources.publicZones {
      if let name = DomainName(id.name) { zones[name] = (id, ZoneRecords()) }
    }
    for id in resources.publicRecords {
      guard let parent = id.parent, let zone = DomainName(parent.name), zones[zone] != nil, let json = estate.json(id)
      else { continue }
      let target = json["properties"]?["targetResource"]?["id"]?.text.flatMap { ResourceID($0) }
      if let address = estate.publicIPAddressIndex(target).flatMap({ estate.publicIPAddresses[$0].ipAddress }) {
        let type: RecordType = address.family == .ipv4 ? .address : .addressIPv6
        zones[zone]?.records.add(RecordSet(type, ["\(address)"]), at: String(id.name))
      } else if let set = RecordSet(json, type: id.text.split(separator: "/").dropLast().last ?? "") {
        zones[zone]?.records.add(set, at: String(id.name))
      }
    }
    self.zones = zones
  }

  /// The public address that bears a name, as an index of `Estate.publicIPAddresses`.
  func address(named name: DomainName) -> Int? { addresses[name.text] }

  /// The public zone that holds a name; one without records may have been collected without them.
  func zone(of name: DomainName) -> (id: ResourceID, name: DomainName, records: ZoneRecords)? {
    for domain in name.lineage {
      if let zone = zones[domain], !zone.records.isEmpty { return (zone.id, domain, zone.records) }
    }
    return nil
  }
}
