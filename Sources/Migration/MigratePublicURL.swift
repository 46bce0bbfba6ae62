/// A public URL that an appliance needs besides its private endpoints.
///
/// - Source: `migrate-public-urls.tsv`, row by row.
public struct MigratePublicURL: Sendable, Hashable {
  public let cloud: MigrateCloud
  /// As the guide lists it: a host, or a pattern such as `*.windows.net`, maybe with a path.
  public let pattern: String
  public let isRequired: Bool
  /// A host that stands for the pattern when it is probed; nil where none does.
  public let probe: String?
  /// What it is for.
  public let purpose: String

  public static let all: [MigratePublicURL] = MigrateFactTable.publicURLs.rows.compactMap { row in
    guard row.count == 6, let cloud = MigrateCloud(rawValue: row[0]) else { return nil }
    return MigratePublicURL(
      cloud: cloud, pattern: row[1], isRequired: row[2] == "required", probe: row[3].isEmpty ? nil : row[3],
      purpose: row[4])
  }

  /// Those of one cloud, in the order of the guide.
  public static func all(in cloud: MigrateCloud) -> [MigratePublicURL] { all.filter { $0.cloud == cloud } }

  /// Whether a host is one that the pattern stands for: the guide's `*.portal.azure.com` is the portal's own host, too.
  public func covers(_ host: String) -> Bool {
    let own = pattern.prefix { $0 != "/" }
    guard own.hasPrefix("*.") else { return host == own }
    return host == own.dropFirst(2) || host.hasSuffix(own.dropFirst(1))
  }
}
