public import AzureResources
internal import IPAddressing

/// What a group's rules cover at a place, as sets.
extension FilterEvaluator {
  /// A group's rules of one direction in their order, as they are read in a subnet; nil where the snapshot lacks the
  /// group.
  ///
  /// - Complexity: O(rules); O(NICs) once, when the first rule names an application security group.
  public mutating func resolvedRules(
    of id: ResourceID, _ direction: TrafficDirection, inSubnet subnet: Int
  ) -> [ResolvedRule]? {
    guard group(id) != nil else { return nil }
    let tags = resolver(ofSubnet: subnet)
    return rules(of: id, direction).map { ordered in
      let source = addresses(ordered.rule.source, tags)
      let destination = addresses(ordered.rule.destination, tags)
      return ResolvedRule(
        access: ordered.rule.access,
        boxes: FlowBox.boxes(of: ordered.rule, sources: source.set, destinations: destination.set),
        isComplete: source.isComplete && destination.isComplete && ordered.doubt == nil)
    }
  }

  private mutating func addresses(
    _ scope: SecurityRuleScope, _ tags: TagResolver
  ) -> (set: IPAddressSet, isComplete: Bool) {
    switch scope {
    case .any: return (.all, true)
    case .prefixes(let set): return (set, true)
    case .serviceTags(let names, let set):
      return names.reduce((set, true)) { known, name in
        let content = tags.content(name)
        return (known.0.union(content.addresses), known.1 && content.gap == nil)
      }
    case .applicationSecurityGroups(let named):
      let hosts = members().addresses(in: named).map { IPPrefix(host: $0) }
      return (IPAddressSet(prefixes: hosts), true)
    case .unknown: return (IPAddressSet(), false)
    }
  }
}
