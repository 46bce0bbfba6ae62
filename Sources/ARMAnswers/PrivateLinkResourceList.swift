internal import AzureFacts
internal import AzureResources
internal import Estate
internal import JSONDocument
internal import PrivateLinkZones

/// `GET .../privateLinkResources`: the sub-resources that private endpoints of a resource can have.
///
/// They are the type's more than the resource's: what the snapshot recorded of them counts first, else they follow from the
/// type, where the snapshot lacks the resource too.
///
/// - Source: `CPrivateLinkFacts/private-link-resources.tsv`; recorded answers 2020 to 2024.
struct PrivateLinkResourceList {
  static let name = "privateLinkResources"

  private let owner: ResourceID
  private let resource: JSONValue?
  private let day: Day

  /// - Parameter resource: What the snapshot holds of the owner.
  init(of owner: ResourceID, _ resource: JSONValue?, on day: Day) {
    self.owner = owner
    self.resource = resource
    self.day = day
  }

  /// The sub-resources; nil for a type that the table lacks.
  var elements: [JSONValue]? {
    let cloud = AzureCloud(location: location)
    guard cloud == .commercial else { return elements(in: cloud) }
    let rows = PrivateLinkResource.all(ofType: owner.type, on: "\(day)")
    guard !rows.isEmpty else { return nil }
    return rows.filter { $0.conditions.allSatisfy(holds) }.flatMap { row -> [JSONValue] in
      groups(row).map { group in
        element(
          group, members: row.requiredMembers.map { $0.hasPrefix("{each:") ? group : filled($0) },
          zones: row.requiredZoneNames.map { $0.map(filled) })
      }
    }
  }

  /// Whether the type's sub-resources are those that the resource configures itself.
  var followsFromConfiguration: Bool {
    PrivateLinkResource.all(ofType: owner.type, on: "\(day)").contains { $0.groupID.hasPrefix("{each:") }
  }

  /// Other clouds have zones of their own.
  private func elements(in cloud: AzureCloud) -> [JSONValue]? {
    let zones = PrivateLinkZones.required(resourceType: owner.type, groupID: nil, in: cloud).filter(\.isZone)
    guard !zones.isEmpty else { return nil }
    var groups: [String] = []
    for group in zones.flatMap(\.groupIDs) where !groups.contains(group) { groups.append(group) }
    return groups.map { group in
      let names = zones.filter { $0.groupIDs.contains(group) }.map { $0.name(inRegion: location) }
      return element(group, members: [group], zones: names)
    }
  }

  private func element(_ group: String, members: [String], zones: [String]?) -> JSONValue {
    var properties = JSONObject([
      ("groupId", .string(group)), ("requiredMembers", .array(members.map { .string($0) })),
    ])
    if let zones { properties["requiredZoneNames"] = .array(zones.map { .string($0) }) }
    return [
      "id": .string("\(owner.text)/\(Self.name)/\(group)"), "name": .string(group),
      "type": .string("\(owner.type)/\(Self.name)"), "properties": .object(properties),
    ]
  }

  private var location: String? { resource?["location"]?.text }

  private func groups(_ row: PrivateLinkResource) -> [String] {
    guard let list = Self.argument(row.groupID, of: "{each:") else { return [row.groupID] }
    return (resource?["properties"]?[list]?.elements ?? []).compactMap { $0["name"]?.text }
  }

  private func holds(_ condition: PrivateLinkResource.Condition) -> Bool {
    var values: [String] = []
    switch condition.property {
    case "kind": values = [resource?["kind"]?.text].compactMap { $0 }
    default: values = resource?["properties"]?["capabilities"]?.elements?.compactMap { $0["name"]?.text } ?? []
    }
    return values.contains { $0.lowercased() == condition.value.lowercased() } != condition.isNegated
  }

  private func filled(_ text: String) -> String {
    var result = text
    if let start = text.firstRange(of: "{domain:"), let end = text.lastIndex(of: "}") {
      let argument = text[start.upperBound..<end].split(separator: "|", maxSplits: 1).map(String.init)
      result =
        text[..<start.lowerBound] + (domain(argument[0]) ?? argument.last ?? "") + text[text.index(after: end)...]
    }
    result = result.replacing("{name}", with: String(owner.name))
    guard let location else { return result }
    return result.replacing("{regionName}", with: location.filter { $0 != " " }.lowercased())
  }

  /// The host of a property that is a URL or a name, without its first label.
  private func domain(_ property: String) -> String? {
    guard let text = resource?["properties"]?[property]?.text else { return nil }
    let host = (text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]).prefix {
      $0 != "/" && $0 != ":"
    }
    guard let dot = host.firstIndex(of: "."), dot != host.indices.last else { return nil }
    return String(host[host.index(after: dot)...])
  }

  private static func argument(_ text: String, of form: String) -> String? {
    text.hasPrefix(form) ? String(text.dropFirst(form.count).dropLast()) : nil
  }
}
