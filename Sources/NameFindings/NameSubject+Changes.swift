internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import NameResolution
internal import Remediation

/// Changes that give a name its zone, link and record.
extension NameSubject {
  /// The id of the zone that is to be created: in the endpoint's group, as Azure's portal does.
  var newZone: ResourceID {
    let beside = endpoint?.id ?? ResourceID("/subscriptions/0/resourceGroups/0")!
    let scope = beside.text.firstRange(of: "/providers/").map { String(beside.text[..<$0.lowerBound]) } ?? ""
    return ResourceID("\(scope)/providers/Microsoft.Network/privateDnsZones/\(zoneName?.text ?? "zone")") ?? beside
  }

  func link(_ zone: ResourceID, to network: Int) -> Change? {
    let id = estate.virtualNetworks[network].id
    guard let link = zone.child("virtualNetworkLinks", "\(id.name)-link") else { return nil }
    let properties = JSONObject([
      ("virtualNetwork", Change.reference(id)), ("registrationEnabled", false),
    ])
    return .put(link, properties: properties, location: "global")
  }

  /// The record with the endpoint's addresses.
  func records(in zone: ResourceID) -> [Change] {
    guard let domain = DomainName(zone.name), let name = recordName(in: domain) else { return [] }
    let four = expected.filter { $0.family == .ipv4 }
    let six = expected.filter { $0.family == .ipv6 }
    return [("A", "aRecords", "ipv4Address", four), ("AAAA", "aaaaRecords", "ipv6Address", six)].compactMap {
      type, list, key, addresses -> Change? in
      guard !addresses.isEmpty, let id = zone.child(type, name) else { return nil }
      let values = addresses.map { JSONValue.object(JSONObject([(key, .string("\($0)"))])) }
      return .put(id, properties: JSONObject([("ttl", 10), (list, .array(values))]), location: nil)
    }
  }

  /// The record anew: the old one goes, whatever it holds.
  func replaceRecord(in zone: PrivateZone) -> [Change] {
    guard let name = recordName(in: zone.name) else { return [] }
    let old = zone.records(at: name).compactMap { zone.id.child($0.type.rawValue, name) }
    return old.map { .delete($0) } + records(in: zone.id)
  }

  /// A zone group, which keeps the record up, where the endpoint has none; else the record itself.
  func groupOrRecords(in zone: ResourceID) -> [Change] {
    guard let endpoint, directory.zoneGroups(ofEndpoint: endpoint.id).isEmpty, let domain = DomainName(zone.name),
      let name = recordName(in: domain), let group = endpoint.id.child("privateDnsZoneGroups", "default")
    else { return records(in: zone) }
    let set: JSONValue = [
      "recordType": "A", "recordSetName": .string(name), "ttl": 10,
      "ipAddresses": .array(expected.map { .string("\($0)") }),
    ]
    let configuration: JSONValue = [
      "name": .string(domain.text.replacing(".", with: "-")),
      "properties": ["privateDnsZoneId": .string(zone.text), "recordSets": [set]],
    ]
    return [.put(group, properties: JSONObject([("privateDnsZoneConfigs", [configuration])]), location: nil)]
  }
}
