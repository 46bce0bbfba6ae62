internal import AzureResources

/// A DNS forwarding ruleset: rules that count in the networks it is linked to.
struct ForwardingRuleset: Sendable {
  let id: ResourceID
  var rules: [ForwardingRule] = []
  /// The networks, as indexes of `Estate.virtualNetworks`.
  var networks: Set<Int> = []
  /// The networks of its outbound endpoints, from which its servers are asked.
  var origins: [Int] = []

  /// The enabled rule of the longest domain that encloses a name.
  ///
  /// - Source: DNS Private Resolver overview, "Rule processing".
  func rule(for name: DomainName) -> ForwardingRule? {
    rules.filter { $0.isEnabled && name.isWithin($0.domain) }.max { $0.domain.labelCount < $1.domain.labelCount }
  }
}
