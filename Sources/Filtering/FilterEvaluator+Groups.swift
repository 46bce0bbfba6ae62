internal import AzureResources
internal import Estate
internal import IPAddressing

extension FilterEvaluator {
  /// The groups that apply at a NIC: its subnet's first, then its own (routing semantics D-111). Groups that the
  /// snapshot lacks are left out.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  /// - Complexity: O(rules).
  public mutating func groups(atInterface interface: Int) -> [EffectiveSecurityGroup] {
    let resource = estate.networkInterfaces[interface]
    let subnet = estate.subnet(ofInterface: interface)
    let around = subnet.map { estate.subnet($0) }
    let tags = resolver(ofSubnet: subnet)
    let attached = [
      (around?.networkSecurityGroup, around?.id ?? resource.id), (resource.networkSecurityGroup, resource.id),
    ]
    return attached.compactMap { id, place in
      guard let id, let group = group(id) else { return nil }
      let rules = TrafficDirection.allCases.flatMap { self.rules(of: id, $0) }.map {
        (rule: $0.rule, isDefault: $0.isDefault)
      }
      let names = Set(rules.flatMap { Self.tags(of: $0.rule.source) + Self.tags(of: $0.rule.destination) })
      let expanded = names.compactMap { name in tags.prefixes(name).map { (name, $0) } }
      return EffectiveSecurityGroup(
        group: group.id, appliedTo: place, rules: rules, tags: Dictionary(uniqueKeysWithValues: expanded))
    }
  }

  private static func tags(of scope: SecurityRuleScope) -> [String] {
    guard case .serviceTags(let names, _) = scope else { return [] }
    return names
  }
}
