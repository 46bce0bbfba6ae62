/// What Azure documents of private endpoints' names: which private DNS zones the resource types need in each cloud, and
/// how public names lead there.
///
/// The tables are a guess where an endpoint says itself what its names are: its NIC's `fqdns` come first.
///
/// - Source: `CPrivateLinkFacts/*.tsv`, row by row.
public enum PrivateLinkZones {
  /// Every required zone of every cloud.
  public static let all: [RequiredZone] = PrivateLinkTable.zones.rows.compactMap { RequiredZone($0) }

  /// The private names that a public one may stand for; several where services share a suffix. None for a name that is
  /// no service's, or that is a private name already.
  ///
  /// - Parameter cloud: The cloud to look in; nil for all of them, whose suffixes differ.
  /// - Complexity: O(labels), beside a few suffixes with the same last labels.
  public static func privateNames(of name: String, in cloud: AzureCloud? = nil) -> [PrivateName] {
    let labels = fold(name).split(separator: ".")
    guard labels.count > 1, !labels.contains(where: isPrivateLabel) else { return [] }
    let candidates = suffixes[key(labels)] ?? []
    let found = candidates.compactMap { suffix in
      cloud.map { $0 == suffix.cloud } ?? true ? suffix.privateName(labels).map { (suffix, $0) } : nil
    }
    guard let longest = found.map({ $0.0.publicSuffix.labels.count }).max() else { return [] }
    let close = found.filter { $0.0.publicSuffix.labels.count == longest }
    let fewest = close.map(\.0.publicSuffix.placeholders).min()
    return close.filter { $0.0.publicSuffix.placeholders == fewest }.map(\.1)
  }

  /// Whether a name is already that of a private zone, such as `shop.privatelink.blob.core.windows.net`.
  public static func isPrivateName(_ name: String) -> Bool {
    fold(name).split(separator: ".").contains(where: isPrivateLabel)
  }

  static func isPrivateLabel(_ label: Substring) -> Bool { label == "privatelink" || label == "privatelink-global" }

  /// The zones that endpoints of a sub-resource need; none where the tables lack the type.
  ///
  /// - Parameter groupID: The sub-resource; nil for all of the type's.
  public static func required(resourceType: String, groupID: String?, in cloud: AzureCloud) -> [RequiredZone] {
    (byType[resourceType.lowercased()] ?? []).filter { zone in
      zone.cloud == cloud
        && (groupID.map { group in zone.groupIDs.contains { $0.lowercased() == group.lowercased() } } ?? true)
    }
  }

  /// Whether the tables know a resource type.
  public static func knows(resourceType: String) -> Bool { byType[resourceType.lowercased()] != nil }

  /// The ports of a sub-resource, or of the type where the sub-resource isn't known; nil for an unknown type.
  public static func ports(resourceType: String, groupID: String?) -> ServicePort? {
    let rows = ports[resourceType.lowercased()] ?? []
    return rows.first { row in row.groupIDs.contains { $0.lowercased() == groupID?.lowercased() } } ?? rows.first
  }

  /// Names are compared in lower case and without a dot at their end.
  private static func fold(_ name: String) -> String {
    let folded = name.lowercased()
    return folded.hasSuffix(".") ? String(folded.dropLast()) : folded
  }

  private static func key(_ labels: [some StringProtocol]) -> String { labels.suffix(2).joined(separator: ".") }

  private static let suffixes: [String: [ServiceSuffix]] = Dictionary(
    grouping: PrivateLinkTable.suffixes.rows.compactMap { ServiceSuffix($0) }, by: { key($0.publicSuffix.labels) })

  private static let byType = Dictionary(grouping: all, by: { $0.resourceType.lowercased() })

  private static let ports: [String: [ServicePort]] = Dictionary(
    grouping: PrivateLinkTable.ports.rows.compactMap { ServicePort($0) }, by: { $0.resourceType.lowercased() })
}
