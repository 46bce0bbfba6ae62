/// A sub-resource that private endpoints of a resource can have, as `GET .../privateLinkResources` lists it.
///
/// Texts may hold placeholders: `{regionName}`, `{name}`, `{domain:P|F}` (the host of the resource's property P without its
/// first label, else F) and `{each:P}` (one for each element of its list P).
///
/// - Source: `private-link-resources.tsv`, row by row.
public struct PrivateLinkResource: Sendable, Hashable {
  public let resourceType: String
  public let groupID: String
  public let requiredMembers: [String]
  /// nil where the answer has none.
  public let requiredZoneNames: [String]?
  /// What has to hold of the resource, such as `kind=MongoDB` or `capability!=EnableCassandra`.
  public let conditions: [Condition]
  private let from: String
  private let until: String

  /// A condition on a resource's kind or capabilities.
  public struct Condition: Sendable, Hashable {
    /// `kind` or `capability`.
    public let property: String
    public let value: String
    public let isNegated: Bool

    init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      isNegated = parts[0].hasSuffix("!")
      property = isNegated ? String(parts[0].dropLast()) : parts[0]
      value = parts[1]
    }
  }

  init?(_ row: [String]) {
    guard row.count == 8 else { return nil }
    resourceType = row[0]
    groupID = row[1]
    requiredMembers = PrivateLinkTable.list(row[2])
    requiredZoneNames =
      row[3] == "-" && !row[1].hasPrefix("{each:") ? nil : row[3] == "-" ? [] : PrivateLinkTable.list(row[3])
    conditions = PrivateLinkTable.list(row[4]).compactMap { Condition($0) }
    from = row[5]
    until = row[6]
  }

  /// The sub-resources of a type on a day, `YYYY-MM-DD`; none for an unknown type.
  public static func all(ofType type: String, on day: String) -> [PrivateLinkResource] {
    (byType[type.lowercased()] ?? []).filter { $0.from <= day && ($0.until.isEmpty || day < $0.until) }
  }

  private static let byType: [String: [PrivateLinkResource]] = Dictionary(
    grouping: PrivateLinkTable.resources.rows.compactMap { PrivateLinkResource($0) },
    by: { $0.resourceType.lowercased() })
}
