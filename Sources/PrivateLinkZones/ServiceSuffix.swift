/// A suffix that public names of services end in.
///
/// - Source: `private-link-suffixes.tsv`, row by row.
struct ServiceSuffix: Sendable, Hashable {
  let cloud: AzureCloud
  let publicSuffix: LabelPattern
  let zone: LabelPattern
  let stem: LabelPattern
  /// Whether labels such as `z13` before the suffix are not part of the private name.
  let dropsZoneLabels: Bool
  /// Whether `zone` is a zone; else it is a name in the zone that ends it.
  let isZone: Bool
  /// The names that the suffix counts for; empty for all.
  let onlyHosts: [String]
  let resourceTypes: [String]

  init?(_ row: [String]) {
    guard row.count == 9, let cloud = AzureCloud(rawValue: row[0]) else { return nil }
    self.cloud = cloud
    publicSuffix = LabelPattern(row[1])
    zone = LabelPattern(row[2])
    stem = LabelPattern(row[3])
    dropsZoneLabels = !row[4].isEmpty
    isZone = row[5] != "no"
    onlyHosts = PrivateLinkTable.list(row[6])
    resourceTypes = PrivateLinkTable.list(row[7])
  }

  /// The private name of a public one; nil where the name has no label before the suffix, or isn't of the suffix.
  func privateName(_ labels: [Substring]) -> PrivateName? {
    let full = labels.joined(separator: ".")
    guard labels.count > publicSuffix.labels.count, onlyHosts.isEmpty || onlyHosts.contains(full),
      let values = publicSuffix.match(labels.suffix(publicSuffix.labels.count))
    else { return nil }
    let filledStem = stem.filled(values)
    guard full.hasSuffix("." + filledStem) else { return nil }
    var lead = full.dropLast(filledStem.utf8.count + 1).split(separator: ".")
    if dropsZoneLabels { lead.removeAll { Self.isZoneLabel($0) } }
    guard !lead.isEmpty else { return nil }
    let stated = zone.filled(values)
    return PrivateName(
      cloud: cloud, publicSuffix: publicSuffix.filled(values), name: (lead + [stated[...]]).joined(separator: "."),
      zone: isZone ? stated : Self.enclosingZone(stated), resourceTypes: resourceTypes)
  }

  /// `z13`: the zone of a storage account's web site.
  private static func isZoneLabel(_ label: Substring) -> Bool {
    label.first == "z" && label.count > 1 && label.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What is left of a name from its private label on: `westus.data.privatelink.azurecr.io` is in
  /// `privatelink.azurecr.io`.
  private static func enclosingZone(_ name: String) -> String {
    let labels = name.split(separator: ".")
    guard let start = labels.firstIndex(where: { PrivateLinkZones.isPrivateLabel($0) }) else { return name }
    return labels[start...].joined(separator: ".")
  }
}
