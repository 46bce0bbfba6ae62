/// A built-in role of Azure that matters for registering an appliance.
///
/// - Source: `built-in-roles.tsv`, row by row.
struct BuiltInRole: Sendable, Hashable {
  enum Grant: String, Sendable, Hashable {
    /// Changing the subscription's resources.
    case contributor
    /// Giving roles to others.
    case access
    /// Keys, secrets and certificates of a vault that asks roles.
    case vaultData
  }

  let id: String
  let name: String
  let grants: Set<Grant>

  static let all: [BuiltInRole] = MigrateFactTable.roles.rows.compactMap { row in
    guard row.count == 4 else { return nil }
    return BuiltInRole(
      id: row[0], name: row[1], grants: Set(row[2].split(separator: ",").compactMap { Grant(rawValue: String($0)) }))
  }

  /// The role that a `roleDefinitionId` ends in; nil for a role that the table lacks.
  static func of(definition: String) -> BuiltInRole? {
    let id = definition.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return all.first { $0.id == id }
  }
}
