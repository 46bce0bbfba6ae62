internal import AzureResources
internal import Estate
internal import PathAnalysis

/// What was read of the filters that stop packets, so that causes needn't read it again.
struct KnownRules {
  private(set) var groups: [ResourceID: NetworkSecurityGroup] = [:]
  /// The priorities of the rule collection groups of firewall policies.
  private(set) var priorities: [ResourceID: Set<Int>] = [:]

  /// Reads what the cause of a stop needs.
  mutating func read(for trace: Trace, _ estate: Estate, _ tracer: inout Tracer) {
    // What is known already stays untouched: reports hold the dictionary too, and a change would copy it.
    for (id, group) in tracer.denyingGroups(trace) where groups[id] == nil { groups[id] = group }
    guard case .dropped(.firewallDenies(let id, _, _)) = trace.outcome,
      let policy = estate.azureFirewallIndex(id).flatMap({ estate.azureFirewalls[$0].firewallPolicy }),
      priorities[policy] == nil, let index = estate.firewallPolicyIndex(policy)
    else { return }
    priorities[policy] = Set(estate.ruleCollectionGroups(ofPolicy: index).groups.map(\.priority))
  }
}
