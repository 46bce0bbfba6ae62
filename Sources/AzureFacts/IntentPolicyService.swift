/// Services that manage the filters of the networks they are in.
///
/// - Source: `intent-policy-services.tsv`, row by row; routing semantics D-102.
public enum IntentPolicyService {
  private static let delegations = Set(FactTable.intentPolicyServices.rows.compactMap { $0.first?.lowercased() })

  /// Whether a subnet that is delegated so makes its network one of theirs.
  public static func isDelegation(_ name: String) -> Bool { delegations.contains(name.lowercased()) }
}
