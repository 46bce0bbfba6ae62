public import AzureResources
public import Estate
internal import IPAddressing
public import Routing

/// Judges flows by the filters at a place, in Azure's order: network managers' security admin rules, then network
/// security groups.
///
/// An evaluator keeps what it has read and computed between calls; it is a value, and two over one estate give the same
/// answers. What this form gives with reasons, `FilterIndex` gives by the million.
///
/// - Source: routing semantics D-001 to D-031, D-080 to D-086, D-100 to D-104, D-160 to D-163.
public struct FilterEvaluator {
  let estate: Estate
  private var tables: RouteTableBuilder
  private var groups: [ResourceID: NetworkSecurityGroup?] = [:]
  private var orderedRules: [RuleKey: [OrderedRule]] = [:]
  /// The first rule of a group that could not be read.
  private var unreadableRules: [ResourceID: ResourceID] = [:]
  private var resolvers: [Int: TagResolver] = [:]
  private var virtualNetworks = VirtualNetworkTag()
  private let tags: ServiceTagTable
  private var knownAdminStages: SecurityAdminStages?
  private var knownMembers: ApplicationSecurityGroupMembers?

  private struct RuleKey: Hashable {
    let group: ResourceID
    let direction: TrafficDirection
  }

  public init(_ estate: Estate, tables: RouteTableBuilder) {
    self.estate = estate
    self.tables = tables
    tags = ServiceTagTable(estate.serviceTags)
  }

  /// What the groups of a NIC and its subnet do with a flow: inbound the subnet's first, outbound the NIC's.
  ///
  /// Where the snapshot lacks the NIC's subnet, the NIC's own group is judged alone, and the verdict says so.
  ///
  /// - Parameter interface: An index of `Estate.networkInterfaces`.
  /// - Complexity: O(rules).
  public mutating func verdict(_ flow: Flow, _ direction: TrafficDirection, atInterface interface: Int) -> FilterVerdict
  {
    verdict(flow, direction, at: .interface(interface))
  }

  /// What the filters at a place do with a flow.
  ///
  /// A flow without a port, or of any protocol, stands for all those with one: the answer is known only where they all
  /// agree.
  ///
  /// - Parameter platform: Whether the platform's own addresses are exempt from plain rules, as they are on the wire.
  /// - Complexity: O(rules); O(NICs) once, when the first rule names an application security group.
  public mutating func verdict(
    _ flow: Flow, _ direction: TrafficDirection, at place: FilterPlace,
    platform: PlatformAddressing = .exempt
  ) -> FilterVerdict {
    let site = FilterSite(place, direction, estate)
    let isPlatform = platform == .exempt && PlatformAddressing.isExempt(flow, direction)
    var regions = FlowRegion.regions(of: flow)
    var stages: [FilterStage] = []
    var missing = site.missing.map { [$0] } ?? []
    if site.missing != nil { Self.leaveOpen(&regions) }
    let context = Context(
      flow: flow, direction: direction, memberships: site.memberships, isPlatform: isPlatform,
      tags: resolver(ofSubnet: site.subnet))
    if !isPlatform {
      for admin in adminStages(at: site) {
        guard regions.contains(where: \.continues) else { break }
        // What a configuration's rule allows is not asked of those below it any more (D-101, D-103).
        let (stage, left) = stage(
          .securityAdmin, admin.configuration, admin.network, admin.rules(direction), context,
          regions.filter { !$0.isAdmitted })
        stages.append(stage)
        regions = regions.filter(\.isAdmitted) + left
      }
    }
    for (id, place) in direction == .inbound ? site.attached : site.attached.reversed() {
      guard regions.contains(where: \.continues) else { break }
      guard group(id) != nil else {
        missing.append(id)
        Self.leaveOpen(&regions)
        continue
      }
      let (stage, left) = stage(.networkSecurityGroup, id, place, rules(of: id, direction), context, regions)
      stages.append(stage)
      guard !isPlatform, let rule = unreadableRules[id] else {
        regions = left
        continue
      }
      // A rule that nobody could read may come before all others.
      missing.append(rule)
      Self.leaveOpen(&regions)
    }
    return FilterVerdict(
      stages: stages, missing: missing, exemption: site.exemption ?? (isPlatform ? .platformAddress : nil),
      access: Self.access(regions, stages, missing))
  }

  /// A filter that the snapshot lacks may do anything.
  private static func leaveOpen(_ regions: inout [FlowRegion]) {
    regions = regions.flatMap { region in
      var region = region
      region.possible = [.allow, .deny]
      return region.advanced(isAdmin: false)
    }
  }

  private static func access(
    _ regions: [FlowRegion], _ stages: [FilterStage], _ missing: [ResourceID]
  ) -> FilterAccess {
    let ends = regions.reduce(FlowRegion.Ends()) { $0.union($1.ends).union($1.continues ? .allowed : []) }
    guard ends != .denied else { return .deny }
    guard ends == .allowed else {
      for stage in stages { if case .unknown(let what) = stage.outcome { return .unknown(what) } }
      return .unknown(
        missing.first.map { "\($0.shortName), which is not in the snapshot or can't be read" }
          ?? "the ports of the flow")
    }
    let isFiltered = stages.contains { $0.kind == .networkSecurityGroup || $0.outcome != .passed }
    return isFiltered ? .allow : .noFilters
  }

  /// What the rules of one stage are judged by.
  private struct Context {
    let flow: Flow
    let direction: TrafficDirection
    let memberships: Set<ResourceID>
    let isPlatform: Bool
    let tags: TagResolver
  }

  private mutating func stage(
    _ kind: FilterStage.Kind, _ group: ResourceID, _ place: ResourceID, _ rules: [OrderedRule], _ context: Context,
    _ regions: [FlowRegion]
  ) -> (FilterStage, [FlowRegion]) {
    var walk = RuleWalk(context.flow, regions.filter(\.continues))
    for ordered in rules {
      if walk.isDecided { break }
      guard applies(ordered.rule, context) else { continue }
      walk.ask(evaluation(ordered, context))
    }
    let (stage, left) = walk.stage(kind, group, place)
    return (stage, regions.filter { !$0.continues } + left)
  }

  /// A rule that names an application security group on the place's own side is passed over for NICs outside it
  /// (D-071); for the platform's addresses only rules with its tags count (D-027).
  private func applies(_ rule: SecurityRule, _ context: Context) -> Bool {
    if context.isPlatform { return PlatformAddressing.isNamed(by: rule) }
    let ownSide = context.direction == .inbound ? rule.destination : rule.source
    guard case .applicationSecurityGroups(let named) = ownSide else { return true }
    return named.contains(where: context.memberships.contains)
  }

  private mutating func evaluation(_ ordered: OrderedRule, _ context: Context) -> RuleEvaluation {
    let (rule, flow) = (ordered.rule, context.flow)
    let source = covers(rule.source, flow.source, context.tags)
    return RuleEvaluation(
      rule: rule, isDefault: ordered.isDefault, transport: Self.covers(rule.transport, flow),
      source: ordered.doubt.map { source.and(.unknown($0)) } ?? source,
      sourcePort: Self.covers(rule.sourcePorts, flow.sourcePort, "the source port", flow),
      destination: covers(rule.destination, flow.destination, context.tags),
      destinationPort: Self.covers(rule.destinationPorts, flow.destinationPort, "the destination port", flow))
  }

  private mutating func covers(_ scope: SecurityRuleScope, _ address: IPAddress, _ tags: TagResolver) -> Match {
    switch scope {
    case .any: .yes
    case .prefixes(let set): Match(set.contains(address))
    case .serviceTags(let names, let set):
      names.reduce(Match(set.contains(address))) { $0.or(tags.contains($1, address)) }
    case .applicationSecurityGroups(let named): Match(members().contains(address, in: named))
    case .unknown: .unknown("a side of a rule that the snapshot doesn't hold")
    }
  }

  private static func covers(_ transport: SecurityRuleProtocol, _ flow: Flow) -> Match {
    if transport == .any || transport == flow.transport { return .yes }
    return flow.transport == .any ? .unknown("the protocol") : .no
  }

  /// Ports count for TCP and UDP alone (D-025, D-160).
  private static func covers(_ ports: PortSet, _ port: UInt16?, _ what: String, _ flow: Flow) -> Match {
    guard flow.transport.hasPorts || flow.transport == .any, ports != .any else { return .yes }
    guard let port else { return ports.isEmpty ? .no : .unknown(what) }
    if ports.contains(port) { return .yes }
    return flow.transport == .any ? .unknown("the protocol") : .no
  }
}

/// What is read or computed once.
extension FilterEvaluator {
  /// A group with its rules; nil where the snapshot lacks it.
  public mutating func group(_ id: ResourceID) -> NetworkSecurityGroup? {
    if let known = groups[id] { return known }
    let read = estate.networkSecurityGroup(id)
    groups[id] = .some(read?.group)
    guard let read, !read.issues.isEmpty else { return read?.group }
    // A rule that is no rule of the group: it was left out because it couldn't be read.
    let known = Set(read.group.securityRules.map(\.id))
    unreadableRules[id] =
      read.issues.first { $0.resource.kind == .securityRule && !known.contains($0.resource) }?.resource
    return read.group
  }

  /// Whether the snapshot has a group, and every rule of it could be read.
  mutating func isWhole(_ id: ResourceID) -> Bool { group(id) != nil && unreadableRules[id] == nil }

  /// A group's rules of one direction in their order, the default rules at the end.
  mutating func rules(of id: ResourceID, _ direction: TrafficDirection) -> [OrderedRule] {
    let key = RuleKey(group: id, direction: direction)
    if let known = orderedRules[key] { return known }
    let ordered = group(id).map { SecurityRules.ordered($0, direction) } ?? []
    orderedRules[key] = ordered
    return ordered
  }

  /// What the tags mean in a subnet: subnets of one route environment share it.
  mutating func resolver(ofSubnet subnet: Int?) -> TagResolver {
    guard let subnet else {
      return TagResolver(table: nil, virtualNetwork: virtualNetworks.addresses(nil, denied: []), tags)
    }
    let number = tables.tableNumber(ofSubnet: subnet)
    if let known = resolvers[number] { return known }
    let network = estate.virtualNetworks[estate.subnets[subnet].network]
    let denied = network.peerings.lazy.filter { !$0.allowVirtualNetworkAccess }.map(\.id)
    let table = tables.tables[number]
    let made = TagResolver(
      table: table, virtualNetwork: virtualNetworks.addresses(table, denied: Set(denied)), tags)
    resolvers[number] = made
    return made
  }

  mutating func adminStages(at site: FilterSite) -> [SecurityAdminStages.Stage] {
    guard !estate.securityAdminConfigurations.isEmpty else { return [] }
    var stages = knownAdminStages ?? SecurityAdminStages(estate)
    knownAdminStages = nil
    defer { knownAdminStages = stages }
    return stages.stages(at: site)
  }

  mutating func members() -> ApplicationSecurityGroupMembers {
    if let knownMembers { return knownMembers }
    let made = ApplicationSecurityGroupMembers(estate)
    knownMembers = made
    return made
  }
}
