public import AzureResources
public import IPAddressing

extension NameDirectory {
  /// The rules that rulesets which aren't linked to a network would forward a name by, with their servers.
  public func forwardingRules(
    for name: DomainName, notLinkedTo network: Int
  ) -> [(ruleset: ResourceID, rule: ResourceID, targets: [String])] {
    resolvers.rulesets.filter { !$0.networks.contains(network) }.compactMap { ruleset in
      ruleset.rule(for: name).map { (ruleset.id, $0.id, $0.targets.map(\.description)) }
    }
  }

  /// The addresses of inbound endpoints, in order.
  public var inboundAddresses: [IPAddress] { resolvers.inbound.keys.sorted() }
}

extension DeclaredServer {
  /// Whether the server has a forwarder of its own for a name, or for a domain that encloses it.
  public func forwards(_ name: DomainName) -> Bool {
    forwarders.keys.contains { name.isWithin($0) && !$0.text.isEmpty }
  }
}
