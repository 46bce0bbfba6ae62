internal import AzureResources
internal import Estate
internal import JSONDocument

/// The private DNS zones of an estate, by the networks that they are linked to.
struct PrivateZones: Sendable {
  private(set) var zones: [PrivateZone] = []
  private var linked: [Int: [Int]] = [:]

  /// - Complexity: O(resources), beside the reading of zones, links and records.
  init(_ estate: Estate) {
    var index: [ResourceID: Int] = [:]
    for record in estate.records where record.id.kind == .privateDNSZone {
      index[record.id] = zones.count
      zones.append(PrivateZone(id: record.id, name: record.id.name.lowercased()))
    }
    guard !zones.isEmpty else { return }
    for record in estate.records {
      switch record.id.kind {
      case .privateDNSZone:
        guard let zone = index[record.id], let json = estate.json(record.id) else { continue }
        addNested(json["properties"] ?? json, to: zone, estate)
      case .privateDNSZoneLink:
        guard let zone = record.id.parent.flatMap({ index[$0] }), let json = estate.json(record.id) else { continue }
        link(json, to: zone, estate)
      case .other:
        guard let type = Self.recordType(of: record.id), let zone = record.id.parent.flatMap({ index[$0] }),
          let json = estate.json(record.id)
        else { continue }
        zones[zone].add(json, type: type, name: String(record.id.name))
      default: continue
      }
    }
    for (position, zone) in zones.enumerated() {
      for network in zone.networks.keys { linked[network, default: []].append(position) }
    }
  }

  /// The most specific zone that is linked to a network and holds the name.
  func zone(of name: String, linkedTo network: Int) -> PrivateZone? {
    let candidates = (linked[network] ?? []).lazy.map { self.zones[$0] }
    return candidates.filter { $0.relativeName(of: name) != nil }.max { $0.name.utf8.count < $1.name.utf8.count }
  }

  /// The most specific zone that holds the name and is linked to none or to other networks.
  func unlinkedZone(of name: String) -> PrivateZone? {
    zones.filter { $0.relativeName(of: name) != nil }.max { $0.name.utf8.count < $1.name.utf8.count }
  }

  private mutating func addNested(_ properties: JSONValue, to zone: Int, _ estate: Estate) {
    for json in properties["virtualNetworkLinks"]?.elements ?? [] { link(json, to: zone, estate) }
    for json in properties["recordSets"]?.elements ?? [] {
      let text = json["type"]?.text?.split(separator: "/").last.map { $0.uppercased() }
      guard let type = text.flatMap(NameStep.RecordType.init), let name = json["name"]?.text else { continue }
      zones[zone].add(json, type: type, name: name)
    }
  }

  private mutating func link(_ json: JSONValue, to zone: Int, _ estate: Estate) {
    let properties = json["properties"] ?? json
    guard let text = properties["virtualNetwork"]?["id"]?.text,
      let network = estate.virtualNetworkIndex(ResourceID(text))
    else { return }
    zones[zone].networks[network] = properties["resolutionPolicy"]?.text?.lowercased() == "nxdomainredirect"
  }

  /// The type of a record set's id, `.../privateDnsZones/{zone}/{type}/{name}`; nil for others.
  private static func recordType(of id: ResourceID) -> NameStep.RecordType? {
    // A cheap test first: most resources of unknown types are something else.
    let segments = id.text.utf8.suffix(400).split(separator: UInt8(ascii: "/")).suffix(2)
    guard let word = segments.first, (1...5).contains(word.count) else { return nil }
    return NameStep.RecordType(rawValue: String(decoding: word, as: UTF8.self).uppercased())
  }
}
