/// What a private endpoint of an Azure Migrate project is for, in one cloud.
///
/// - Source: `migrate-endpoints.tsv`, row by row.
public struct MigrateEndpointKind: Sendable, Hashable {
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    case discovery, assessment, hub, keyVault, storage, recoveryServices

    /// Azure's words for it.
    public var words: String {
      switch self {
      case .discovery: "discovery service"
      case .assessment: "assessment service"
      case .hub: "Migrate hub"
      case .keyVault: "key vault"
      case .storage: "storage account"
      case .recoveryServices: "recovery services vault"
      }
    }
  }

  public let cloud: MigrateCloud
  public let purpose: Purpose
  /// The type of the endpoint's target.
  public let resourceType: String
  public let groupID: String
  /// What its names end in, without a dot before it.
  public let suffix: String
  /// The private DNS zone that holds its names.
  public let zone: String
  /// Whether the appliance asks for a public name, which is an alias of one in the zone.
  public let usesAlias: Bool
  /// Whether every project has one.
  public let isRequired: Bool

  public static let all: [MigrateEndpointKind] = MigrateFactTable.endpoints.rows.compactMap { row in
    guard row.count == 10, let cloud = MigrateCloud(rawValue: row[0]), let purpose = Purpose(rawValue: row[1]) else {
      return nil
    }
    return MigrateEndpointKind(
      cloud: cloud, purpose: purpose, resourceType: row[2], groupID: row[3], suffix: row[4], zone: row[5],
      usesAlias: row[6] == "yes", isRequired: row[7] == "yes")
  }

  /// The kinds of one cloud, in the order of the guide.
  public static func all(in cloud: MigrateCloud) -> [MigrateEndpointKind] { all.filter { $0.cloud == cloud } }

  /// The kind whose names a name is one of; nil for other names.
  public static func of(name: String, in cloud: MigrateCloud) -> MigrateEndpointKind? {
    all(in: cloud).first { kind in
      name.hasSuffix("." + kind.suffix) || (kind.usesAlias && name.hasSuffix("." + kind.zone))
    }
  }

  /// The name of the record in the zone that answers for a name; nil for a name of another kind.
  public func recordName(of name: String) -> String? {
    if name.hasSuffix("." + zone) { return String(name.dropLast(zone.utf8.count + 1)) }
    guard usesAlias, name.hasSuffix("." + suffix) else { return nil }
    return String(name.dropLast(suffix.utf8.count + 1))
  }
}
