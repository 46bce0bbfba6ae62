internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Inbound rules that allow everything from everywhere.
///
/// Not where only appliances are behind the group: they filter what they forward themselves.
struct EverythingAllowedCheck: SecurityGroupCheck {
  static let code = CheckCode.everythingAllowed

  static func findings(_ group: AttachedSecurityGroup, in audited: AuditedEstate) -> [Finding] {
    guard let rule = group.inbound.first(where: \.isTotal), rule.access == .allow, !group.isForAppliances(audited)
    else {
      return []
    }
    let behind = group.inbound.count { $0.priority > rule.priority }
    return [
      Finding(
        code, group.isNeeded(audited) ? .warning : .note,
        "Allow rule \(rule.name) (priority \(rule.priority)) of \(group.group.id.name) allows everything inbound"
          + (behind > 0
            ? ": the \(behind) inbound rule\(behind == 1 ? "" : "s") behind it never decide\(behind == 1 ? "s" : "")"
            : ""),
        rule.id, [audited.property(rule.id, "sourceAddressPrefix", "*")],
        remedy: Remedy(
          "allow the ports and sources that are needed, and delete the rule",
          [ShadowedRuleCheck.command("delete", rule)]))
    ]
  }
}
