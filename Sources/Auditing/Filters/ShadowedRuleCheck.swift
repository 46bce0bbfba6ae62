internal import AzureResources
internal import Diagnosis
internal import Estate
internal import IPAddressing

/// Rules that never match, since an earlier one takes all that they would.
///
/// An access that is never given is a warning; a rule that repeats what an earlier one does is a note. Behind a rule for
/// everything all others are dead: that is one finding, of that rule.
struct ShadowedRuleCheck: SecurityGroupCheck {
  static let code = CheckCode.ruleNeverMatches

  static func findings(_ group: AttachedSecurityGroup, in audited: AuditedEstate) -> [Finding] {
    let cover = RuleCover(virtualNetwork: space(group, audited))
    return findings(group.inbound, cover, group, audited) + findings(group.outbound, cover, group, audited)
  }

  private static func findings(
    _ rules: [SecurityRule], _ cover: RuleCover, _ group: AttachedSecurityGroup, _ audited: AuditedEstate
  ) -> [Finding] {
    var findings: [Finding] = []
    var behindTotal: [SecurityRule] = []
    var total: SecurityRule?
    for (position, later) in rules.enumerated() {
      guard let earlier = rules[..<position].first(where: { cover.covers($0, later) }) else { continue }
      guard earlier.isTotal else {
        findings.append(finding(earlier, later, group, audited))
        continue
      }
      total = earlier
      behindTotal.append(later)
    }
    // What a rule that allows everything makes of the others is said by AZR233, but for appliances.
    guard let total, total.access == .deny || total.direction == .outbound || group.isForAppliances(audited) else {
      return findings
    }
    findings.append(finding(total, behindTotal, group, audited))
    return findings
  }

  private static func finding(
    _ earlier: SecurityRule, _ later: SecurityRule, _ group: AttachedSecurityGroup, _ audited: AuditedEstate
  ) -> Finding {
    let repeats = earlier.access == later.access
    return Finding(
      code, repeats || !group.isNeeded(audited) ? .note : .warning,
      "\(later.access.rawValue) rule \(later.name) (priority \(later.priority)) of \(group.group.id.name) never matches:"
        + " \(earlier.access.rawValue) rule \(earlier.name) (\(earlier.priority)) takes everything that it covers",
      later.id,
      [
        audited.property(earlier.id, "priority", "\(earlier.priority)"),
        audited.property(later.id, "priority", "\(later.priority)"),
      ],
      remedy: repeats
        ? Remedy("delete the rule", [command("delete", later)])
        : Remedy(
          "move the rule in front of \(earlier.name), or delete it",
          [command("update", later, "--priority <a number below \(earlier.priority)>"), command("delete", later)]))
  }

  private static func finding(
    _ total: SecurityRule, _ dead: [SecurityRule], _ group: AttachedSecurityGroup, _ audited: AuditedEstate
  ) -> Finding {
    let lost = dead.contains { $0.access != total.access }
    return Finding(
      code, lost && total.access == .deny && group.isNeeded(audited) ? .warning : .note,
      "\(total.access.rawValue) rule \(total.name) (priority \(total.priority)) of \(group.group.id.name) takes all"
        + " \(total.direction.rawValue.lowercased()) traffic: the \(dead.count) rule\(dead.count == 1 ? "" : "s") behind it"
        + " (\(audited.names(dead.map(\.id)))) never match\(dead.count == 1 ? "es" : "")",
      total.id, [audited.property(total.id, "priority", "\(total.priority)")],
      remedy: Remedy(
        "move the rule behind the others, or delete them", [command("update", total, "--priority 4096")]))
  }

  /// Addresses that the tag `VirtualNetwork` has wherever the group is attached: the networks' own space.
  private static func space(_ group: AttachedSecurityGroup, _ audited: AuditedEstate) -> IPAddressSet {
    let subnets = group.subnets + group.interfaces.compactMap { audited.estate.subnet(ofInterface: $0) }
    let networks = Set(subnets.map { audited.network(ofSubnet: $0) })
    let spaces = networks.map { IPAddressSet(prefixes: audited.estate.virtualNetworks[$0].addressPrefixes) }
    return spaces.dropFirst().reduce(spaces.first ?? IPAddressSet()) { $0.intersection($1) }
  }

  static func command(_ verb: String, _ rule: SecurityRule, _ options: String = "") -> String {
    let base =
      "az network nsg rule \(verb) -g \(rule.id.resourceGroup ?? "") --nsg-name \(rule.id.parent?.name ?? "")"
      + " -n \(rule.name)"
    return options.isEmpty ? base : "\(base) \(options)"
  }
}
