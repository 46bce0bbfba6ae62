internal import AzureResources
internal import Estate
internal import Findings
internal import IPAddressing

/// Rules that never match, since an earlier one takes all that they would.
///
/// A rule that an earlier one of the other access contradicts is a warning: an access that is never given, or a denial that
/// never denies. What changes no decision is one note for the whole group: rules that repeat an earlier one, contradicted
/// rules for ICMP alone, on which no service depends, and those of a group with nothing behind it. Behind a rule for
/// everything all others are dead: that is one finding, of that rule.
struct ShadowedRuleCheck: SecurityGroupCheck {
  static let code = CheckCode.ruleNeverMatches

  static func findings(_ group: AttachedSecurityGroup, in audited: AuditedEstate) -> [Finding] {
    let cover = RuleCover(virtualNetwork: space(group, audited))
    let shadows = RuleShadow.shadows(group.inbound, cover) + RuleShadow.shadows(group.outbound, cover)
    guard !shadows.isEmpty else { return [] }
    let isNeeded = group.isNeeded(audited)
    var findings: [Finding] = []
    var untidy: [RuleShadow] = []
    for shadow in shadows where shadow.total == nil {
      if !shadow.isContradiction || !isNeeded || shadow.later.transport == .icmp {
        untidy.append(shadow)
      } else {
        findings.append(finding(shadow, audited))
      }
    }
    if let note = note(untidy, group, audited) { findings.append(note) }
    for direction in [TrafficDirection.inbound, .outbound] {
      let dead = shadows.filter { $0.total?.direction == direction }
      // What a rule that allows everything in makes of the others is said by AZR233, but for appliances.
      guard let total = dead.first?.total,
        total.access == .deny || total.direction == .outbound || group.isForAppliances(audited)
      else { continue }
      findings.append(finding(total, dead.map(\.later), group, audited))
    }
    return findings
  }

  private static func finding(_ shadow: RuleShadow, _ audited: AuditedEstate) -> Finding {
    let (earlier, later) = (shadow.earlier[0], shadow.later)
    return Finding(
      code, .warning, "\(statement(later)) never matches: \(reason(shadow, audited))", later.id,
      evidence(shadow, audited),
      remedy: Remedy(
        "move the rule in front of \(earlier.name), or delete it",
        [command("update", later, "--priority <a number below \(earlier.priority)>"), command("delete", later)]))
  }

  /// What doesn't matter to anybody, in one finding: of the rule, or of the group where there are several.
  private static func note(
    _ shadows: [RuleShadow], _ group: AttachedSecurityGroup, _ audited: AuditedEstate
  ) -> Finding? {
    guard let first = shadows.first else { return nil }
    let isOnly = shadows.count == 1
    return Finding(
      code, .note,
      isOnly
        ? "\(statement(first.later)) never matches: \(reason(first, audited))"
        : "\(shadows.count) rules of \(group.group.id.name) (\(audited.names(shadows.map(\.later.id)))) never match: earlier"
          + " ones take everything that they cover",
      isOnly ? first.later.id : group.group.id,
      shadows.prefix(8).flatMap { evidence($0, audited) },
      remedy: Remedy(
        isOnly ? "delete the rule" : "delete the rules", shadows.prefix(8).map { command("delete", $0.later) }))
  }

  private static func statement(_ rule: SecurityRule) -> String {
    "\(rule.access.rawValue) rule \(rule.name) (priority \(rule.priority)) of \(rule.id.parent?.name ?? "")"
  }

  private static func reason(_ shadow: RuleShadow, _ audited: AuditedEstate) -> String {
    guard shadow.earlier.count > 1 else {
      let earlier = shadow.earlier[0]
      return "\(earlier.access.rawValue) rule \(earlier.name) (\(earlier.priority)) takes everything that it covers"
    }
    return "rules \(audited.names(shadow.earlier.map(\.id))) together take everything that it covers"
  }

  private static func evidence(_ shadow: RuleShadow, _ audited: AuditedEstate) -> [Evidence] {
    (shadow.earlier.prefix(8) + [shadow.later]).map { audited.property($0.id, "priority", "\($0.priority)") }
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
