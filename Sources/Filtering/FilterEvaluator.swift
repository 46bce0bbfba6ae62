public import AzureResources
public import Estate
internal import IPAddressing
public import Routing

/// Judges flows by the network security groups at a NIC, in Azure's order.
///
/// - Source: routing semantics D-001 to D-031, D-160 to D-163.
public struct FilterEvaluator {
  let estate: Estate
  private var tables: RouteTableBuilder
  private var groups: [ResourceID: NetworkSecurityGroup] = [:]
  private var resolvers: [Int: TagResolver] = [:]

  public init(_ estate: Estate, tables: RouteTableBuilder) {
    self.estate = estate
    self.tables = tables
  }

  /// What the groups of a NIC and its subnet do with a flow: inbound the subnet's first, outbound the NIC's.
  ///
  /// Where the snapshot lacks the NIC's subnet, the NIC's own group is judged alone, and the verdict says so.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  /// - Complexity: O(rules).
  public mutating func verdict(_ flow: Flow, _ direction: TrafficDirection, atInterface interface: Int) -> FilterVerdict
  {
    let resource = estate.networkInterfaces[interface]
    let subnet = estate.subnet(ofInterface: interface)
    let around = subnet.map { estate.subnet($0) }
    let attached = [
      (around?.networkSecurityGroup, around?.id ?? resource.id), (resource.networkSecurityGroup, resource.id),
    ]
    let ordered = direction == .inbound ? attached : attached.reversed()
    let tags = resolver(ofSubnet: subnet)
    var stages: [FilterStage] = []
    var missing: [ResourceID] = around == nil ? [resource.subnet ?? resource.id] : []
    for (id, place) in ordered {
      guard let id else { continue }
      guard let group = group(id) else {
        missing.append(id)
        continue
      }
      let stage = stage(group, place, flow, direction, interface, tags)
      stages.append(stage)
      if case .denied = stage.outcome { break }
    }
    return FilterVerdict(stages: stages, missing: missing)
  }

  mutating func group(_ id: ResourceID) -> NetworkSecurityGroup? {
    if let known = groups[id] { return known }
    let read = estate.networkSecurityGroup(id)?.group
    groups[id] = read
    return read
  }

  mutating func resolver(ofSubnet subnet: Int?) -> TagResolver {
    guard let subnet else { return TagResolver(table: nil, deniedPeerings: [], tags: estate.serviceTags) }
    if let known = resolvers[subnet] { return known }
    let network = estate.virtualNetworks[estate.subnets[subnet].network]
    let denied = network.peerings.filter { !$0.allowVirtualNetworkAccess }.map(\.id)
    let made = TagResolver(
      table: tables.table(ofSubnet: subnet), deniedPeerings: Set(denied), tags: estate.serviceTags)
    resolvers[subnet] = made
    return made
  }

  private func stage(
    _ group: NetworkSecurityGroup, _ place: ResourceID, _ flow: Flow, _ direction: TrafficDirection, _ interface: Int,
    _ tags: TagResolver
  ) -> FilterStage {
    var evaluations: [RuleEvaluation] = []
    for (rule, isDefault) in SecurityRules.ordered(group, direction) where applies(rule, to: interface, direction) {
      let evaluation = RuleEvaluation(
        rule: rule, isDefault: isDefault, transport: Match(rule.transport == .any || rule.transport == flow.transport),
        source: covers(rule.source, flow.source, tags), sourcePort: covers(rule.sourcePorts, flow.sourcePort, flow),
        destination: covers(rule.destination, flow.destination, tags),
        destinationPort: covers(rule.destinationPorts, flow.destinationPort, flow))
      evaluations.append(evaluation)
      switch evaluation.match {
      case .no: continue
      case .unknown(let what):
        return FilterStage(
          group: group.id, appliedTo: place, evaluations: evaluations, outcome: .unknown(what))
      case .yes:
        let outcome: FilterStage.Outcome = rule.access == .allow ? .allowed(by: evaluation) : .denied(by: evaluation)
        return FilterStage(group: group.id, appliedTo: place, evaluations: evaluations, outcome: outcome)
      }
    }
    // Not reached while the table of default rules ends with one that covers everything.
    return FilterStage(
      group: group.id, appliedTo: place, evaluations: evaluations, outcome: .unknown("no rule covers the flow"))
  }

  /// A rule that names an application security group on the NIC's own side is passed over for NICs outside it (D-071).
  private func applies(_ rule: SecurityRule, to interface: Int, _ direction: TrafficDirection) -> Bool {
    let ownSide = direction == .inbound ? rule.destination : rule.source
    guard case .applicationSecurityGroups(let named) = ownSide else { return true }
    return estate.networkInterfaces[interface].ipConfigurations.contains { configuration in
      configuration.applicationSecurityGroups.contains(where: named.contains)
    }
  }

  private func covers(_ scope: SecurityRuleScope, _ address: IPAddress, _ tags: TagResolver) -> Match {
    switch scope {
    case .any: .yes
    case .prefixes(let set): Match(set.contains(address))
    case .serviceTags(let names, let set):
      names.reduce(Match(set.contains(address))) { $0.or(tags.contains($1, address)) }
    case .applicationSecurityGroups(let named): Match(members(of: named).contains(address))
    case .unknown: .unknown("a side of a rule that the snapshot doesn't hold")
    }
  }

  private func members(of groups: [ResourceID]) -> Set<IPAddress> {
    var found: Set<IPAddress> = []
    for interface in estate.networkInterfaces {
      for configuration in interface.ipConfigurations
      where configuration.applicationSecurityGroups.contains(where: groups.contains) {
        if let address = configuration.privateIPAddress { found.insert(address) }
      }
    }
    return found
  }

  /// Ports count for TCP and UDP alone (D-160); an open port is covered by a rule for any port.
  private func covers(_ ports: PortSet, _ port: UInt16?, _ flow: Flow) -> Match {
    guard flow.transport == .tcp || flow.transport == .udp || flow.transport == .any else { return .yes }
    return Match(port.map { ports.contains($0) } ?? (ports == .any))
  }
}
