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

  /// - Parameter side: Where the rule needn't take everything.
  func covers(_ rule: SecurityRule, _ later: SecurityRule, besides side: RuleSides = []) -> Bool {
    // What of a rule nobody could read may be less than it seems.
    rule.gap == nil && (rule.transport == .any || rule.transport == later.transport)
      && (side == .destinationPorts || covers(rule.destinationPorts, later.destinationPorts, later))
      && covers(rule.sourcePorts, later.sourcePorts, later)
      && (side == .source || covers(rule.source, later.source))
      && (side == .destination || covers(rule.destination, later.destination))
  }

  /// What a rule certainly takes on one side; nil where it isn't a matter of ports or addresses alone.
  func part(of rule: SecurityRule, _ side: RuleSides) -> RulePart? {
    switch side {
    case .destinationPorts: rule.transport.canHavePorts ? .ports(rule.destinationPorts) : nil
    case .source: addresses(rule.source).map { .addresses($0) }
    case .destination: addresses(rule.destination).map { .addresses($0) }
    default: nil
    }
  }

  /// A tag's own prefixes aren't known here, so that a rule with tags has no part.
  private func addresses(_ scope: SecurityRuleScope) -> IPAddressSet? {
    if case .prefixes(let set) = scope { set } else { nil }
  }

  /// Ports count for TCP and UDP alone (routing semantics D-160).
  private func covers(_ ports: PortSet, _ later: PortSet, _ rule: SecurityRule) -> Bool {
    if rule.transport == .icmp || rule.transport == .esp || rule.transport == .ah { return true }
    return ports == .any || ports.contains(later)
  }

  private func covers(_ scope: SecurityRuleScope, _ later: SecurityRuleScope) -> Bool {
    switch (scope, later) {
    case _ where scope.isEverything: true
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
    gap == nil && transport == .any && source.isEverything && destination.isEverything && sourcePorts == .any
      && destinationPorts == .any
  }
}

extension SecurityRuleScope {
  /// `*`, `Any` and `0.0.0.0/0` are equal (routing semantics D-161).
  var isEverything: Bool {
    switch self {
    case .any: true
    case .prefixes(let set): set.v4 == .all
    default: false
    }
  }
}
