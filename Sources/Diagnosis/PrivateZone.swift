internal import AzureResources
internal import JSONDocument

/// A private DNS zone, the networks that it is linked to and its records.
struct PrivateZone: Sendable {
  let id: ResourceID
  /// In lower case.
  let name: String
  /// The networks, as indexes of `Estate.virtualNetworks`, each with whether a name that the zone lacks is asked of
  /// public DNS instead (`resolutionPolicy` `NxDomainRedirect`).
  var networks: [Int: Bool] = [:]
  /// Records by relative name in lower case: `@` is the zone itself, `*` what has no record of its own.
  var records: [String: [Record]] = [:]

  struct Record: Sendable {
    let type: NameStep.RecordType
    /// Addresses, or the one name of an alias.
    let values: [String]
  }

  /// The part of `full` before the zone's name, `@` for the zone's name itself; nil for a name outside the zone.
  func relativeName(of full: String) -> String? {
    if full == name { return "@" }
    guard full.hasSuffix("." + name) else { return nil }
    return String(full.dropLast(name.utf8.count + 1))
  }

  /// The records of a relative name: its own, or those of the nearest `*` above it.
  func records(of relative: String) -> [Record] {
    if let own = records[relative] { return own }
    guard relative != "@" else { return [] }
    var labels = relative.split(separator: ".")
    while !labels.isEmpty {
      labels.removeFirst()
      let wildcard = (["*"] + labels).joined(separator: ".")
      if let found = records[wildcard] { return found }
    }
    return []
  }

  /// Adds a record set of ARM's shape.
  mutating func add(_ json: JSONValue, type: NameStep.RecordType, name: String) {
    let properties = json["properties"] ?? json
    let values: [String]
    switch type {
    case .address: values = properties["aRecords"]?.elements?.compactMap { $0["ipv4Address"]?.text } ?? []
    case .addressIPv6: values = properties["aaaaRecords"]?.elements?.compactMap { $0["ipv6Address"]?.text } ?? []
    case .alias: values = properties["cnameRecord"]?["cname"]?.text.map { [$0] } ?? []
    }
    guard !values.isEmpty else { return }
    records[name.lowercased(), default: []].append(Record(type: type, values: values))
  }
}
