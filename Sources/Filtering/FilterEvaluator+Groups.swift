public import AzureResources
internal import Estate
internal import IPAddressing

/// The rules that apply at a place, without a flow.
extension FilterEvaluator {
  /// The groups that apply at a NIC: its subnet's first, then its own (routing semantics D-111). Groups that the
  /// snapshot lacks are left out.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  /// - Complexity: O(rules).
  public mutating func groups(atInterface interface: Int) -> [EffectiveSecurityGroup] {
    groups(at: .interface(interface))
  }

  /// The groups that apply at a place, the subnet's first. Groups that the snapshot lacks are left out.
  ///
  /// - Complexity: O(rules).
  public mutating func groups(at place: FilterPlace) -> [EffectiveSecurityGroup] {
    let site = FilterSite(place, .inbound, estate)
    let tags = resolver(ofSubnet: site.subnet)
    return site.attached.compactMap { id, place in
      guard let group = group(id) else { return nil }
      let ordered = TrafficDirection.allCases.flatMap { rules(of: id, $0) }
      return Self.effective(.networkSecurityGroup, group.id, place, ordered, tags)
    }
  }

  /// The security admin rules that apply at a place, those of managers with a higher scope first (D-103). Rules that
  /// may apply, for all that the snapshot tells, are among them.
  ///
  /// - Complexity: O(rules).
  public mutating func adminRules(at place: FilterPlace) -> [EffectiveSecurityGroup] {
    let site = FilterSite(place, .inbound, estate)
    let tags = resolver(ofSubnet: site.subnet)
    return adminStages(at: site).map { stage in
      Self.effective(
        .securityAdmin, stage.configuration, stage.configuration.parent ?? stage.configuration,
        stage.inbound + stage.outbound, tags)
    }
  }

  /// The groups attached at a place that the snapshot lacks, and the subnet where it lacks that.
  public mutating func missingGroups(at place: FilterPlace) -> [ResourceID] {
    let site = FilterSite(place, .inbound, estate)
    return (site.missing.map { [$0] } ?? []) + site.attached.map(\.group).filter { group($0) == nil }
  }

  /// Why groups don't count at a place for inbound traffic; nil where they do.
  public func exemption(at place: FilterPlace) -> FilterExemption? { FilterSite(place, .inbound, estate).exemption }

  private static func effective(
    _ kind: FilterStage.Kind, _ group: ResourceID, _ place: ResourceID, _ rules: [OrderedRule], _ tags: TagResolver
  ) -> EffectiveSecurityGroup {
    let names = Set(rules.flatMap { self.tags(of: $0.rule.source) + self.tags(of: $0.rule.destination) })
    let expanded = names.compactMap { name in tags.prefixes(name).map { (name, $0) } }
    return EffectiveSecurityGroup(
      kind: kind, group: group, appliedTo: place, rules: rules.map { ($0.rule, $0.isDefault) },
      tags: Dictionary(uniqueKeysWithValues: expanded))
  }

  private static func tags(of scope: SecurityRuleScope) -> [String] {
    guard case .serviceTags(let names, _) = scope else { return [] }
    return names
  }
}
