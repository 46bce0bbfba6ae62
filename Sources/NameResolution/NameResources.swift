internal import AzureResources
internal import Estate

/// The resources of an estate that names depend on, found in one pass.
struct NameResources: Sendable {
  private(set) var zones: [ResourceID] = []
  private(set) var zoneLinks: [ResourceID] = []
  private(set) var zoneRecords: [ResourceID] = []
  /// Record sets of private zones of types that no connection needs: they show that records were collected.
  private(set) var otherRecords: [ResourceID] = []
  private(set) var publicZones: [ResourceID] = []
  private(set) var publicRecords: [ResourceID] = []
  private(set) var resolvers: [ResourceID] = []
  private(set) var inboundEndpoints: [ResourceID] = []
  private(set) var outboundEndpoints: [ResourceID] = []
  private(set) var rulesets: [ResourceID] = []
  private(set) var rules: [ResourceID] = []
  private(set) var rulesetLinks: [ResourceID] = []
  private(set) var zoneGroups: [ResourceID] = []

  /// - Complexity: O(resources).
  init(_ estate: Estate) {
    for record in estate.records {
      switch record.id.kind {
      case .privateDNSZone: zones.append(record.id)
      case .privateDNSZoneLink: zoneLinks.append(record.id)
      case .other: sort(record.id)
      default: continue
      }
    }
  }

  /// Most resources of unknown types are something else, so that their last segments alone are looked at.
  private mutating func sort(_ id: ResourceID) {
    let segments = id.text.utf8.suffix(512).split(separator: UInt8(ascii: "/")).suffix(4)
    guard segments.count == 4 else { return }
    func word(_ offset: Int) -> String {
      String(decoding: segments[segments.startIndex + offset], as: UTF8.self).lowercased()
    }
    switch word(2) {
    case "a", "aaaa", "cname":
      switch word(0) {
      case "privatednszones": zoneRecords.append(id)
      case "dnszones": publicRecords.append(id)
      default: return
      }
    case "soa", "mx", "ptr", "srv",
      "txt" where word(0) == "privatednszones":
      otherRecords.append(id)
    case "dnszones": publicZones.append(id)
    case "dnsresolvers": resolvers.append(id)
    case "inboundendpoints" where word(0) == "dnsresolvers": inboundEndpoints.append(id)
    case "outboundendpoints" where word(0) == "dnsresolvers": outboundEndpoints.append(id)
    case "dnsforwardingrulesets": rulesets.append(id)
    case "forwardingrules" where word(0) == "dnsforwardingrulesets": rules.append(id)
    case "virtualnetworklinks" where word(0) == "dnsforwardingrulesets": rulesetLinks.append(id)
    case "privatednszonegroups": zoneGroups.append(id)
    default: return
    }
  }
}
