internal import AzureFacts
internal import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// The security admin rules of network managers, by the networks that they apply to.
///
/// - Source: routing semantics D-100 to D-104.
struct SecurityAdminStages {
  /// What one configuration has for a network.
  struct Stage: Sendable, Hashable {
    let configuration: ResourceID
    let network: ResourceID
    /// The rules of each direction, smaller priorities first.
    let inbound: [OrderedRule]
    let outbound: [OrderedRule]

    func rules(_ direction: TrafficDirection) -> [OrderedRule] { direction == .inbound ? inbound : outbound }
  }

  private let estate: Estate
  /// Configurations, those of managers with a higher scope first (D-103).
  private let configurations: [SecurityAdminConfiguration]
  private let members: NetworkGroupMembers
  private let deployments: SecurityAdminDeployments
  /// Subnets of application gateways that aren't isolated (D-102).
  private let gatewaySubnets: Set<ResourceID>
  private var known: [Int: [Stage]] = [:]

  /// - Complexity: O(1) where the snapshot has no configuration; else O(members of groups + resources).
  init(_ estate: Estate) {
    self.estate = estate
    let ranks = Dictionary(estate.networkManagers.map { ($0.id, $0.isAboveSubscriptions ? 0 : 1) }) { first, _ in first
    }
    func rank(_ configuration: SecurityAdminConfiguration) -> Int {
      configuration.manager.flatMap { ranks[$0] } ?? 1
    }
    configurations = estate.securityAdminConfigurations.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
    members = NetworkGroupMembers(estate)
    deployments = SecurityAdminDeployments(estate)
    gatewaySubnets = configurations.isEmpty ? [] : Self.gatewaySubnets(estate)
  }

  /// The stages for a place; none where admin rules don't apply there.
  mutating func stages(at site: FilterSite) -> [Stage] {
    guard !configurations.isEmpty, !site.isPrivateEndpoint, let index = site.subnet else { return [] }
    let subnet = estate.subnet(index)
    if ManagedSubnet.named(subnet.id.name)?.appliesAdminRules == false || gatewaySubnets.contains(subnet.id) {
      return []
    }
    let network = estate.subnets[index].network
    if let stages = known[network] { return stages }
    let stages = configurations.compactMap { stage($0, network) }
    known[network] = stages
    return stages
  }

  private func stage(_ configuration: SecurityAdminConfiguration, _ network: Int) -> Stage? {
    let resource = estate.virtualNetworks[network]
    let deployment = deployments.state(of: configuration, inRegion: resource.location)
    guard deployment != .absent else { return nil }
    let hasIntentPolicy = resource.subnets.contains { $0.delegations.contains(where: IntentPolicyService.isDelegation) }
    guard !hasIntentPolicy || configuration.intentPolicies != .none else { return nil }
    var rules: [OrderedRule] = []
    for collection in configuration.ruleCollections {
      let membership = members.membership(of: resource.id, in: collection.networkGroups)
      guard membership != .no else { continue }
      for rule in collection.rules {
        if hasIntentPolicy, configuration.intentPolicies == .allowRulesOnly, rule.rule.access == .deny { continue }
        let doubt = Self.reason(membership) ?? Self.reason(deployment.match)
        rules.append(OrderedRule(rule: resolved(rule), isDefault: false, doubt: doubt))
      }
    }
    guard !rules.isEmpty else { return nil }
    rules.sort { ($0.rule.priority, $0.rule.id) < ($1.rule.priority, $1.rule.id) }
    return Stage(
      configuration: configuration.id, network: resource.id,
      inbound: rules.filter { $0.rule.direction == .inbound }, outbound: rules.filter { $0.rule.direction == .outbound }
    )
  }

  private static func reason(_ match: Match) -> String? {
    if case .unknown(let what) = match { what } else { nil }
  }

  /// The rule with its network groups' addresses among its own.
  private func resolved(_ rule: SecurityAdminRule) -> SecurityRule {
    let (plain, groups) = (rule.rule, (rule.sourceGroups, rule.destinationGroups))
    guard !groups.0.isEmpty || !groups.1.isEmpty else { return plain }
    return SecurityRule(
      id: plain.id, priority: plain.priority, direction: plain.direction, access: plain.access,
      transport: plain.transport, source: resolved(plain.source, groups.0), sourcePorts: plain.sourcePorts,
      destination: resolved(plain.destination, groups.1), destinationPorts: plain.destinationPorts, gap: plain.gap)
  }

  private func resolved(_ scope: SecurityRuleScope, _ groups: [ResourceID]) -> SecurityRuleScope {
    guard !groups.isEmpty else { return scope }
    guard let addresses = members.addresses(of: groups) else { return .unknown }
    switch scope {
    case .prefixes(let set): return .prefixes(set.union(addresses))
    case .serviceTags(let tags, let set): return .serviceTags(tags, set.union(addresses))
    case .any, .applicationSecurityGroups, .unknown: return scope
    }
  }

  /// Application gateways name their subnet; those with network isolation are in a subnet that is delegated to them.
  private static func gatewaySubnets(_ estate: Estate) -> Set<ResourceID> {
    var found: Set<ResourceID> = []
    for id in estate.ids(of: [.applicationGateway]) {
      guard let json = estate.json(id) else { continue }
      let configurations = (json["properties"] ?? json)["gatewayIPConfigurations"]?.elements ?? []
      for configuration in configurations {
        let subnet = (configuration["properties"] ?? configuration)["subnet"]?["id"]?.text
        guard let subnet = subnet.flatMap({ ResourceID($0) }), let index = estate.subnetIndex(subnet),
          !estate.subnet(index).delegations.contains(where: {
            $0.lowercased() == "microsoft.network/applicationgateways"
          })
        else { continue }
        found.insert(subnet)
      }
    }
    return found
  }
}
