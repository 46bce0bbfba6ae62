internal import AzureResources
internal import Estate
internal import JSONDocument

/// The private DNS zones of an estate, by name.
public struct PrivateZones: Sendable {
  public private(set) var zones: [PrivateZone] = []
  private var byName: [String: [Int]] = [:]

  /// - Complexity: O(zones, links and records).
  init(_ estate: Estate, _ resources: NameResources) {
    var index: [ResourceID: Int] = [:]
    for id in resources.zones {
      guard let name = DomainName(id.name) else { continue }
      index[id] = zones.count
      byName[name.text, default: []].append(zones.count)
      zones.append(PrivateZone(id: id, name: name))
    }
    guard !zones.isEmpty else { return }
    for id in resources.zones {
      guard let zone = index[id], let json = estate.json(id) else { continue }
      zones[zone].statedSets = (json["properties"] ?? json)["numberOfRecordSets"]?.whole
      addNested(json["properties"] ?? json, to: zone, estate)
    }
    for id in resources.zoneLinks {
      guard let zone = id.parent.flatMap({ index[$0] }), let json = estate.json(id) else { continue }
      link(json, id, to: zone, estate)
    }
    for id in resources.zoneRecords {
      guard let zone = id.parent.flatMap({ index[$0] }), let json = estate.json(id),
        let set = RecordSet(json, type: id.text.split(separator: "/").dropLast().last ?? "")
      else { continue }
      zones[zone].heldSets += 1
      zones[zone].records.add(set, at: String(id.name))
    }
    for id in resources.otherRecords {
      if let zone = id.parent.flatMap({ index[$0] }) { zones[zone].heldSets += 1 }
    }
  }

  /// The most specific zone that answers in a network for a name: its link is in force, and it is the one with the
  /// longest name of those that enclose the name.
  ///
  /// - Complexity: O(labels), beside zones of one name.
  func zone(of name: DomainName, linkedTo network: Int) -> (zone: PrivateZone, link: ZoneLink)? {
    for domain in name.lineage {
      for index in byName[domain.text] ?? [] {
        guard let link = zones[index].link(toNetwork: network), link.isComplete else { continue }
        return (zones[index], link)
      }
    }
    return nil
  }

  /// All zones of a name.
  public func zones(named name: DomainName) -> [PrivateZone] { (byName[name.text] ?? []).map { zones[$0] } }

  /// The zones that enclose a name, the most specific ones first.
  public func zones(enclosing name: DomainName) -> [PrivateZone] {
    name.lineage.flatMap { domain in (byName[domain.text] ?? []).map { zones[$0] } }
  }

  private mutating func addNested(_ properties: JSONValue, to zone: Int, _ estate: Estate) {
    for json in properties["virtualNetworkLinks"]?.elements ?? [] {
      let id =
        json["id"]?.text.flatMap { ResourceID($0) }
        ?? json["name"]?.text.flatMap { zones[zone].id.child("virtualNetworkLinks", $0) }
      if let id { link(json, id, to: zone, estate) }
    }
    for json in properties["recordSets"]?.elements ?? [] {
      zones[zone].heldSets += 1
      guard let type = json["type"]?.text?.split(separator: "/").last, let name = json["name"]?.text,
        let set = RecordSet(json, type: type)
      else { continue }
      zones[zone].records.add(set, at: name)
    }
  }

  private mutating func link(_ json: JSONValue, _ id: ResourceID, to zone: Int, _ estate: Estate) {
    guard !zones[zone].links.contains(where: { $0.id == id }) else { return }
    let properties = json["properties"] ?? json
    let network = properties["virtualNetwork"]?["id"]?.text.flatMap { ResourceID($0) }
    let isPrivateLink = zones[zone].name.text.split(separator: ".").contains { $0.hasPrefix("privatelink") }
    zones[zone].links.append(
      ZoneLink(
        id: id, networkID: network,
        network: estate.virtualNetworkIndex(network.flatMap { estate.resolve($0) } ?? network),
        redirects: isPrivateLink && properties["resolutionPolicy"]?.text?.lowercased() == "nxdomainredirect",
        registers: properties["registrationEnabled"]?.flag ?? false,
        state: properties["virtualNetworkLinkState"]?.text))
  }
}
