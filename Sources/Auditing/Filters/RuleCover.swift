internal import AzureFacts
internal import AzureResources
internal import IPAddressing

/// Whether one security rule takes all that another would.
///
/// Sets are compared exactly; a service tag whose prefixes aren't fixed covers itself alone, so that what is said to be
/// covered certainly is.
struct RuleCover: Sendable {
  /// Addresses that are certainly in the tag `VirtualNetwork` wherever the group is attached.
  let virtualNetwork: IPAddressSet

  func covers(_ rule: SecurityRule, _ later: SecurityRule) -> Bool {
    (rule.transport == .any || rule.transport == later.transport)
      && covers(rule.destinationPorts, later.destinationPorts, later)
      && covers(rule.sourcePorts, later.sourcePorts, later)
      && covers(rule.source, later.source) && covers(rule.destination, later.destination)
  }

  /// Ports count for TCP and UDP alone (routing semantics D-160).
  private func covers(_ ports: PortSet, _ later: PortSet, _ rule: SecurityRule) -> Bool {
    if rule.transport == .icmp || rule.transport == .esp || rule.transport == .ah { return true }
    return ports == .any || ports.contains(later)
  }

  private func covers(_ scope: SecurityRuleScope, _ later: SecurityRuleScope) -> Bool {
    switch (scope, later) {
    case (.any, _): true
    case (.prefixes(let set), .prefixes(let other)): set.contains(other)
    case (.serviceTags(let names, let set), .serviceTags(let others, let other)):
      others.allSatisfy { contains(names, $0) } && expanded(names, set).contains(other)
    case (.serviceTags(let names, let set), .prefixes(let other)): expanded(names, set).contains(other)
    case (.applicationSecurityGroups(let groups), .applicationSecurityGroups(let others)):
      others.allSatisfy(groups.contains)
    default: false
    }
  }

  private func contains(_ names: [String], _ name: String) -> Bool {
    names.contains { $0.lowercased() == name.lowercased() }
  }

  private func expanded(_ names: [String], _ set: IPAddressSet) -> IPAddressSet {
    names.reduce(set) { set, name in
      switch name.lowercased() {
      case "virtualnetwork": set.union(virtualNetwork)
      case "internet": set.union(InternetTag.addresses)
      default: set
      }
    }
  }
}

extension SecurityRule {
  /// Whether the rule takes every packet of its direction.
  var isTotal: Bool {
    transport == .any && source == .any && destination == .any && sourcePorts == .any && destinationPorts == .any
  }
}
