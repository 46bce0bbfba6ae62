/// A private DNS zone that private endpoints of a sub-resource need.
///
/// - Source: `private-link-zones.tsv`, row by row.
public struct RequiredZone: Sendable, Hashable {
  public let cloud: AzureCloud
  public let resourceType: String
  /// The sub-resources, such as `blob`, in Azure's spelling.
  public let groupIDs: [String]
  /// The public suffixes that a DNS server has to forward.
  public let publicSuffixes: [String]
  /// Whether another zone of the sub-resource does as well.
  public let isAlternative: Bool
  /// Whether it is a zone of its own; else its name is a record's.
  public let isZone: Bool
  private let pattern: LabelPattern

  /// The zone's name; what depends on the resource stands in braces.
  public var name: String { pattern.text }

  init?(_ row: [String]) {
    guard row.count == 7, let cloud = AzureCloud(rawValue: row[0]) else { return nil }
    self.cloud = cloud
    resourceType = row[1]
    groupIDs = PrivateLinkTable.list(row[2])
    pattern = LabelPattern(row[3])
    publicSuffixes = PrivateLinkTable.list(row[4])
    isAlternative = row[5] == "alternative"
    isZone = row[5] != "no"
  }

  /// Whether a zone of this name is the one, compared without regard to case.
  public func matches(_ zone: String) -> Bool {
    pattern.match(zone.lowercased().split(separator: ".")) != nil
  }

  /// The zone's name for a resource in a region.
  public func name(inRegion location: String?) -> String {
    guard let location else { return name }
    return pattern.filled(["{regionName}": location.filter { $0 != " " }.lowercased()])
  }
}
