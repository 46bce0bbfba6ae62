/// A rule that every network security group has.
///
/// - Source: `default-security-rules.tsv`, row by row.
public struct DefaultSecurityRule: Sendable, Hashable {
  /// `Inbound` or `Outbound`.
  public let direction: String
  public let priority: Int
  public let name: String
  /// A service tag, or `*`.
  public let source: String
  public let destination: String
  /// `Allow` or `Deny`.
  public let access: String
  public let description: String

  /// All of them, in Azure's order.
  public static let all: [DefaultSecurityRule] = FactTable.defaultSecurityRules.rows.compactMap { row in
    guard row.count == 8, let priority = Int(row[1]) else { return nil }
    return DefaultSecurityRule(
      direction: String(row[0]), priority: priority, name: String(row[2]), source: String(row[3]),
      destination: String(row[4]), access: String(row[5]), description: String(row[6]))
  }
}
