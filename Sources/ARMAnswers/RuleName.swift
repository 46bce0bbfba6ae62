/// The names that Azure's calls give to one and the same rule.
///
/// - Source: facts §5; routing semantics D-121, D-132.
enum RuleName {
  /// As IP flow verify and the effective security groups write it.
  static func path(_ name: some StringProtocol, isDefault: Bool) -> String {
    (isDefault ? "defaultSecurityRules/" : "securityRules/") + name
  }

  /// As the NSG diagnostic, the security group view and the connectivity check write it.
  static func prefixed(_ name: some StringProtocol, isDefault: Bool) -> String {
    (isDefault ? "DefaultRule_" : "UserRule_") + name
  }
}
