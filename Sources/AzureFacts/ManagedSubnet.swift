/// A subnet whose traffic Azure manages itself, known by its name.
///
/// - Source: `managed-subnets.tsv`, row by row; routing semantics B.8, D-086, D-102.
public struct ManagedSubnet: Sendable, Hashable {
  public let name: String
  /// Whether network security groups count there.
  public let appliesGroups: Bool
  /// Whether network managers' security admin rules count there.
  public let appliesAdminRules: Bool

  /// What is known of a subnet's name, compared without regard to case; nil for an ordinary subnet.
  public static func named(_ name: some StringProtocol) -> ManagedSubnet? { all[name.lowercased()] }

  private static let all: [String: ManagedSubnet] = Dictionary(
    uniqueKeysWithValues: FactTable.managedSubnets.rows.filter { $0.count == 4 }.map { row in
      let subnet = ManagedSubnet(
        name: String(row[0]), appliesGroups: row[1] == "applied", appliesAdminRules: row[2] == "applied")
      return (row[0].lowercased(), subnet)
    })
}
