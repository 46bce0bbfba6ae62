internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Rules for application security groups that nothing is in (F6).
struct RuleMembersCheck: SecurityGroupCheck {
  static let code = CheckCode.ruleWithoutMembers

  static func findings(_ group: AttachedSecurityGroup, in audited: AuditedEstate) -> [Finding] {
    group.group.securityRules.compactMap { rule in
      let sides = [("source", rule.source), ("destination", rule.destination)]
      let empty = sides.first { _, scope in
        guard case .applicationSecurityGroups(let groups) = scope else { return false }
        return !groups.contains { audited.populatedGroups.contains($0) }
      }
      guard let (side, scope) = empty, case .applicationSecurityGroups(let groups) = scope else { return nil }
      return Finding(
        code, group.isAttached && !audited.hasScaleSets ? .warning : .note,
        "\(rule.access.rawValue) rule \(rule.name) of \(group.group.id.name) never matches: its \(side),"
          + " \(audited.names(groups)), has no member in the snapshot",
        rule.id, groups.prefix(3).map { audited.property($0, "members", "none") },
        remedy: Remedy(
          "add the NICs to the group, or delete the rule",
          groups.prefix(1).map {
            "az network nic ip-config update -g <group> --nic-name <NIC> -n <configuration>"
              + " --application-security-groups \($0)"
          } + [ShadowedRuleCheck.command("delete", rule)]))
    }
  }
}
