internal import AzureResources
internal import Estate
internal import IPAddressing

/// Puts a firewall's rules in order.
struct FirewallCompiler {
  private let estate: Estate
  private let tags: [String: IPAddressSet]
  private var nat: [CompiledFirewall.Entry] = []
  private var network: [CompiledFirewall.Entry] = []
  private var application: [CompiledFirewall.Entry] = []
  private var groups: [ResourceID: IPGroup?] = [:]

  init(_ estate: Estate, _ tags: [String: IPAddressSet]) {
    self.estate = estate
    self.tags = tags
  }

  /// - Complexity: O(rules).
  mutating func compile(_ firewall: Int) -> CompiledFirewall {
    let resource = estate.azureFirewalls[firewall]
    let policies = resource.firewallPolicy.map(lineage)
    if let policies {
      for policy in policies.reversed() { add(policy) }
    } else {
      addClassicRules(firewall)
    }
    let known = (policies ?? []).compactMap { estate.firewallPolicyIndex($0) }.map { estate.firewallPolicies[$0] }
    let ranges = policies == nil ? resource.privateRanges : known.lazy.compactMap(\.privateRanges).first
    let mode = policies == nil ? resource.threatIntelMode : known.lazy.compactMap(\.threatIntelMode).first
    let configurations = resource.ipConfigurations.compactMap(\.publicIPAddress)
    let published = configurations.compactMap(address)
    return CompiledFirewall(
      id: resource.id, isClassic: policies == nil, nat: nat, network: network, application: application,
      threatIntelMode: mode, privateRanges: ranges ?? .untouched, privateAddress: resource.privateIPAddress,
      publicAddresses: published + resource.hubPublicIPAddresses,
      outboundAddresses: natGatewayAddresses(resource) ?? published + resource.hubPublicIPAddresses,
      lacksPublicAddress: published.count < configurations.count
        || (resource.virtualHub != nil && resource.hubPublicIPAddresses.isEmpty),
      hasPublicAddress: !configurations.isEmpty || resource.virtualHub != nil)
  }

  private func address(_ id: ResourceID) -> IPAddress? {
    estate.publicIPAddressIndex(id).flatMap { estate.publicIPAddresses[$0].ipAddress }
  }

  /// A NAT gateway at the firewall's subnet has the last word on the public source (routing semantics E-067).
  private func natGatewayAddresses(_ firewall: AzureFirewall) -> [IPAddress]? {
    guard let subnet = firewall.ipConfigurations.lazy.compactMap({ estate.subnetIndex($0.subnet) }).first,
      let gateway = estate.natGateway(ofSubnet: subnet)
    else { return nil }
    return estate.natGateways[gateway].publicIPAddresses.compactMap(address)
  }

  /// A policy and what it is based on, itself first.
  private func lineage(_ policy: ResourceID) -> [ResourceID] {
    var found = [policy]
    while let index = estate.firewallPolicyIndex(found[found.count - 1]),
      let base = estate.firewallPolicies[index].basePolicy, !found.contains(base)
    {
      found.append(base)
    }
    return found
  }

  /// Adds a policy's rules behind those that are there: the rules of a parent come first whatever their numbers.
  private mutating func add(_ policy: ResourceID) {
    guard let index = estate.firewallPolicyIndex(policy) else {
      add(
        FirewallGap(
          .resource, policy, "firewall policy \(policy.name)",
          command: "az network firewall policy show --ids \(policy)"))
      return
    }
    let (groups, absent, _) = estate.ruleCollectionGroups(ofPolicy: index)
    for group in absent { add(Self.missing(group)) }
    if groups.isEmpty, absent.isEmpty, estate.firewallPolicies[index].ruleCollectionGroups == nil {
      add(
        FirewallGap(
          .resource, policy, "the rule collection groups of firewall policy \(policy.name)",
          command: Self.listing(of: policy)))
    }
    for group in groups.sorted(by: { $0.priority < $1.priority }) {
      if group.isIncomplete { add(Self.unreadable(group.id)) }
      for collection in group.collections.sorted(by: { $0.priority < $1.priority }) { add(collection, of: group.id) }
    }
  }

  private static func missing(_ group: ResourceID) -> FirewallGap {
    FirewallGap(
      .resource, group, "rule collection group \(group.name) of firewall policy \(group.parent?.name ?? "")",
      command: group.parent.map { listing(of: $0) })
  }

  private static func listing(of policy: ResourceID) -> String {
    "az network firewall policy rule-collection-group list --policy-name \(policy.name)"
      + " -g \(policy.resourceGroup ?? "<group>") -o json"
  }

  private static func unreadable(_ owner: ResourceID) -> FirewallGap {
    FirewallGap(.resource, owner, "rules of \(owner.name) that can't be read")
  }

  private mutating func addClassicRules(_ firewall: Int) {
    let id = estate.azureFirewalls[firewall].id
    guard let (rules, _) = estate.classicRules(ofFirewall: firewall) else { return add(Self.unreadable(id)) }
    if rules.isIncomplete {
      add(
        FirewallGap(
          .resource, id, "the rules of firewall \(id.name)", command: "az network firewall show --ids \(id) -o json"))
    }
    for collections in [rules.nat, rules.network, rules.application] {
      for collection in collections.sorted(by: { $0.priority < $1.priority }) { add(collection, of: id) }
    }
  }

  private mutating func add(_ gap: FirewallGap) {
    nat.append(.gap(gap))
    network.append(.gap(gap))
    application.append(.gap(gap))
  }

  private mutating func add(_ collection: FirewallRuleCollection, of owner: ResourceID) {
    // A rule that can't be read may be of either kind that the collection's action allows.
    if collection.isIncomplete { add(Self.unreadable(owner)) }
    for rule in collection.rules {
      switch (rule.kind, collection.action) {
      case (.nat, .dnat): nat.append(.rule(compile(rule, .nat, .translate, collection, owner)))
      case (.network, .allow): network.append(.rule(compile(rule, .network, .allow, collection, owner)))
      case (.network, .deny): network.append(.rule(compile(rule, .network, .deny, collection, owner)))
      case (.application, .allow): application.append(.rule(compile(rule, .application, .allow, collection, owner)))
      case (.application, .deny): application.append(.rule(compile(rule, .application, .deny, collection, owner)))
      default: continue
      }
    }
  }

  private mutating func compile(
    _ rule: FirewallRule, _ phase: FirewallPhase, _ access: FirewallAccess, _ collection: FirewallRuleCollection,
    _ owner: ResourceID
  ) -> CompiledRule {
    let path = FirewallRulePath(owner, collection: collection.name, rule: rule.name)
    return CompiledRule(
      path: path, phase: phase, access: access, rule: rule, source: compile(rule.source, "source", path),
      destination: compile(rule.destination, "destination", path))
  }

  private mutating func compile(_ scope: FirewallRuleScope, _ side: String, _ path: FirewallRulePath) -> CompiledScope {
    var addresses = scope.addresses
    var gap =
      scope.isIncomplete
      ? FirewallGap(.resource, path.resource, "the \(side) of rule \(path), which can't be read") : nil
    for id in scope.ipGroups {
      let group = ipGroup(id)
      if let group { addresses.formUnion(group.addresses) }
      if group?.isIncomplete ?? true {
        gap =
          gap
          ?? FirewallGap(
            .resource, id, "the addresses of IP group \(id.name)", command: "az network ip-group show --ids \(id)")
      }
    }
    for tag in scope.serviceTags {
      if let known = tags[tag.lowercased()] {
        addresses.formUnion(known)
      } else {
        gap =
          gap
          ?? FirewallGap(
            .serviceTag, nil, "the prefixes of service tag \(tag)",
            command: "az network list-service-tags --location <region> -o json")
      }
    }
    return CompiledScope(isAny: scope.isAny, addresses: addresses, names: scope.names, gap: gap)
  }

  private mutating func ipGroup(_ id: ResourceID) -> IPGroup? {
    if let known = groups[id] { return known }
    let read = estate.ipGroup(id)?.group
    groups[id] = .some(read)
    return read
  }
}
