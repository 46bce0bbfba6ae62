public import AzureResources
internal import JSONReading

/// The rules of firewalls are read from the snapshot's text when they are asked for, as those of security groups are:
/// there may be thousands, and loading needs none of them.
extension Estate {
  /// The rule collection groups of a policy, in no particular order: resources of their own, and those that came with
  /// the policy. `absent` are those that the policy lists and the snapshot lacks, and those that can't be read.
  ///
  /// - Complexity: O(size of the groups' text).
  public func ruleCollectionGroups(
    ofPolicy policy: Int
  ) -> (groups: [RuleCollectionGroup], absent: [ResourceID], issues: [ResourceIssue]) {
    var groups: [RuleCollectionGroup] = []
    var issues: [ResourceIssue] = []
    var known: Set<ResourceID> = []
    let own = links.ruleCollectionGroupsOfPolicy[policy]
    for id in own {
      let read: (RuleCollectionGroup, [ResourceIssue])? = record(id).flatMap { record in
        decode(record) { RuleCollectionGroup($0, id: $1, reader: &$2) }
      }
      guard let read else { continue }
      groups.append(read.0)
      known.insert(id)
      issues += read.1
    }
    let nested = nestedGroups(ofPolicy: policy)
    groups += nested.groups.filter { known.insert($0.id).inserted }
    let listed = own + (firewallPolicies[policy].ruleCollectionGroups ?? [])
    let absent = listed.filter { known.insert($0).inserted }
    return (groups, absent, issues + nested.issues)
  }

  private func nestedGroups(ofPolicy policy: Int) -> (groups: [RuleCollectionGroup], issues: [ResourceIssue]) {
    guard firewallPolicies[policy].ruleCollectionGroups?.isEmpty == false,
      let record = record(firewallPolicies[policy].id)
    else { return ([], []) }
    let read: ([RuleCollectionGroup], [ResourceIssue])? = decode(record) { json, id, reader in
      json.properties["ruleCollectionGroups"]?.elements.compactMap { element -> RuleCollectionGroup? in
        // Azure lists the groups by id alone.
        guard element.properties["ruleCollections"] != nil,
          let group = element.id ?? element["name"]?.string.flatMap({ id.child("ruleCollectionGroups", $0) })
        else { return nil }
        return RuleCollectionGroup(element, id: group, reader: &reader)
      }
    }
    return read.map { ($0.0, $0.1) } ?? ([], [])
  }

  /// The rules that a firewall without a policy holds itself; nil where its text can't be read again.
  ///
  /// - Complexity: O(size of the firewall's text).
  public func classicRules(ofFirewall firewall: Int) -> (rules: ClassicFirewallRules, issues: [ResourceIssue])? {
    record(azureFirewalls[firewall].id).flatMap { record in
      decode(record) { json, _, reader in ClassicFirewallRules(json, reader: &reader) }
    }.map { ($0.0, $0.1) }
  }

  /// An IP group; nil where the snapshot lacks it.
  ///
  /// - Complexity: O(size of the group's text).
  public func ipGroup(_ id: ResourceID) -> (group: IPGroup, issues: [ResourceIssue])? {
    guard let record = record(id), record.id.kind == .ipGroup else { return nil }
    let read: (IPGroup, [ResourceIssue])? = decode(record) { IPGroup($0, id: $1, reader: &$2) }
    return read.map { ($0.0, $0.1) }
  }
}
