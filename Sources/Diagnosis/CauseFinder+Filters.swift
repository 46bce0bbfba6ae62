internal import AzureResources
internal import Estate
internal import Filtering
internal import Findings
internal import IPAddressing
internal import JSONDocument
internal import JSONReading
internal import PathAnalysis
internal import Remediation

/// Why filters don't let a packet pass: the rule that denies, the one that almost lets it pass, and the smallest change
/// that does.
extension CauseFinder {
  func filtered(_ passage: FilterPassage) -> Cause {
    switch passage.outcome {
    case .closedWithoutGroup(let address): return withoutGroup(passage, address)
    case .judged(let verdict):
      for stage in verdict.stages {
        guard case .denied(by: let rule) = stage.outcome else { continue }
        return stage.kind == .securityAdmin ? deniedByAdmin(passage, stage, rule) : denied(passage, stage, rule)
      }
    case .established: break
    }
    preconditionFailure("only a filter that denies stops a packet")
  }

  private func denied(_ passage: FilterPassage, _ stage: FilterStage, _ decision: RuleEvaluation) -> Cause {
    let group = knownRules.groups[stage.group] ?? estate.networkSecurityGroup(stage.group)?.group
    let almost = NearMiss.find(passage, stage, decision, group, memberships(passage.place))
    let rule = decision.rule
    let way = passage.direction == .inbound ? "into" : "out of"
    let port = passage.packet.port.map { " to port \($0)" } ?? ""
    let kind = stage.appliedTo.kind == .subnet ? "subnet" : "NIC"
    let change = change(passage, stage, decision, almost, group)
    return Cause(
      code: almost?.code ?? (decision.isDefault ? .defaultRuleDenies : .ruleDenies), resource: stage.group,
      detail: detail(passage, stage, decision) + change.detail
        + (almost.map { [.init("nearestRule", String($0.rule.name)), .init("nearestRuleLacks", $0.lacks)] } ?? []),
      summary: "\(decision.isDefault ? "default rule" : "rule") \(rule.name) (priority \(rule.priority),"
        + " \(rule.direction.rawValue)) of \(stage.group.name), at \(kind) \(stage.appliedTo.name), denies"
        + " \(passage.packet.transport.rawValue.uppercased()) \(passage.packet.source) to"
        + " \(passage.packet.destination)\(port) \(way) \(passage.place.name)"
        + (almost.map { "; \($0.sentence)" } ?? ""),
      remedy: change.remedy,
      evidence: [.rule(decision, group: stage.group, appliedTo: stage.appliedTo, source: source(stage.group))]
        + (almost?.evaluation.map {
          [.rule($0, group: stage.group, appliedTo: stage.appliedTo, source: source(stage.group))]
        } ?? []))
  }

  /// F7: a network manager's rule, which comes before all groups (D-100).
  private func deniedByAdmin(_ passage: FilterPassage, _ stage: FilterStage, _ decision: RuleEvaluation) -> Cause {
    let rule = decision.rule
    let manager = stage.group.parent ?? stage.group
    let port = passage.packet.port.map { " to port \($0)" } ?? ""
    return Cause(
      code: .adminRuleDenies, resource: rule.id,
      detail: [
        .init("rule", String(rule.name)), .init("priority", "\(rule.priority)"),
        .init("direction", rule.direction.rawValue), .init("networkManager", manager.text),
        .init("securityAdminConfiguration", stage.group.text), .init("appliedTo", stage.appliedTo.text),
        .init("place", passage.place.text),
      ],
      summary: "security admin rule \(rule.name) (priority \(rule.priority), \(rule.direction.rawValue)) of network"
        + " manager \(manager.name) denies \(passage.packet.transport.rawValue.uppercased()) \(passage.packet.source) to"
        + " \(passage.packet.destination)\(port) in \(stage.appliedTo.name), whatever network security groups say",
      remedy: Remedy(
        "allow the flow in the manager's configuration \(stage.group.name), above the rule, and deploy it",
        allowAbove(passage, rule, in: stage)),
      evidence: [.rule(decision, group: stage.group, appliedTo: stage.appliedTo, source: source(rule.id))])
  }

  /// A rule of the same collection with the number before, for this flow alone, and its deployment.
  private func allowAbove(_ passage: FilterPassage, _ rule: SecurityRule, in stage: FilterStage) -> [Change] {
    let flow = FlowRule(passage)
    guard rule.priority > 1, let collection = rule.id.parent, let id = collection.child("rules", flow.name) else {
      return []
    }
    let change = Change.put(id, properties: flow.adminProperties(priority: rule.priority - 1), location: nil)
    // A deployment takes the place of the one before: what else is in force has to stay.
    let configurations = estate.securityAdminConfigurations.filter { $0.manager == stage.group.parent }.map(\.id)
    let network = stage.appliedTo.kind == .virtualNetwork ? stage.appliedTo : stage.appliedTo.parent
    guard let manager = stage.group.parent, !configurations.isEmpty,
      let region = estate.virtualNetworkIndex(network).flatMap({ estate.virtualNetworks[$0].location })
    else { return [change] }
    return [change, .deploy(manager: manager, configurations: configurations, regions: [region])]
  }

  private func source(_ id: ResourceID) -> SourceRange? { estate.record(id)?.source }

  /// The application security groups of a NIC.
  private func memberships(_ place: ResourceID) -> Set<ResourceID> {
    let configurations = estate.networkInterfaceIndex(place).map { estate.networkInterfaces[$0].ipConfigurations } ?? []
    return Set(configurations.flatMap(\.applicationSecurityGroups))
  }

  private func detail(
    _ passage: FilterPassage, _ stage: FilterStage, _ decision: RuleEvaluation
  ) -> [Cause.Detail] {
    let packet = passage.packet
    return [
      .init("rule", String(decision.rule.name)), .init("priority", "\(decision.rule.priority)"),
      .init("direction", decision.rule.direction.rawValue), .init("access", decision.rule.access.rawValue),
      .init("networkSecurityGroup", stage.group.text), .init("appliedTo", stage.appliedTo.text),
      .init("place", passage.place.text), .init("protocol", packet.transport.rawValue.uppercased()),
      .init("source", "\(packet.source)"), .init("destination", "\(packet.destination)"),
    ] + (packet.port.map { [.init("port", "\($0)")] } ?? [])
  }

  private func change(
    _ passage: FilterPassage, _ stage: FilterStage, _ decision: RuleEvaluation, _ almost: NearMiss?,
    _ group: NetworkSecurityGroup?
  ) -> (remedy: Remedy, detail: [Cause.Detail]) {
    if case .membership(let named)? = almost?.kind, let joined = join(passage.place, named) { return joined }
    let taken = Set(
      (group?.securityRules ?? []).filter { $0.direction == passage.direction }.map(\.priority))
    guard let priority = FreePriority.below(decision.rule.priority, isDefault: decision.isDefault, taken) else {
      return makeRoom(passage, stage, decision.rule, taken)
    }
    let flow = FlowRule(passage)
    guard let rule = stage.group.child("securityRules", flow.name) else { return (Remedy("allow the flow"), []) }
    return (
      Remedy(
        "allow the flow in \(stage.group.name), above \(decision.rule.name)",
        [.put(rule, properties: flow.properties(priority: priority), location: nil)]),
      [.init("newRule", flow.name), .init("newPriority", "\(priority)")]
    )
  }

  /// No priority is free above the rule: the rule moves one down, where that leaves its order, and the flow takes its
  /// place.
  private func makeRoom(
    _ passage: FilterPassage, _ stage: FilterStage, _ rule: SecurityRule, _ taken: Set<Int>
  ) -> (remedy: Remedy, detail: [Cause.Detail]) {
    let summary = "no priority is free above \(rule.name): give it a larger number, and allow the flow above it"
    let flow = FlowRule(passage)
    guard !taken.contains(rule.priority + 1), rule.priority < 4096,
      let allow = stage.group.child("securityRules", flow.name)
    else { return (Remedy(summary), []) }
    return (
      Remedy(
        summary,
        [
          .set(rule.id, property: "priority", value: .integer(Int64(rule.priority + 1))),
          .put(allow, properties: flow.properties(priority: rule.priority), location: nil),
        ]),
      [.init("newRule", flow.name), .init("newPriority", "\(rule.priority)")]
    )
  }

  /// Makes a NIC a member of an application security group, beside those that it is in.
  private func join(_ place: ResourceID, _ group: ResourceID) -> (remedy: Remedy, detail: [Cause.Detail])? {
    guard let interface = estate.networkInterfaceIndex(place),
      let configuration = estate.networkInterfaces[interface].ipConfigurations.first
    else { return nil }
    let groups = configuration.applicationSecurityGroups + [group]
    return (
      Remedy(
        "make NIC \(place.name) a member of \(group.name)",
        [
          .set(
            configuration.id, property: "applicationSecurityGroups",
            value: .array(groups.map { Change.reference($0) }))
        ]),
      [.init("applicationSecurityGroup", group.text), .init("ipConfiguration", configuration.id.text)]
    )
  }

  /// A Standard public address takes nothing in without a group that lets it (D-013).
  private func withoutGroup(_ passage: FilterPassage, _ address: ResourceID) -> Cause {
    let sku = estate.publicIPAddressIndex(address).flatMap { estate.publicIPAddresses[$0].sku }
    return Cause(
      code: .publicAddressWithoutGroup, resource: address,
      detail: [.init("sku", sku ?? "unknown"), .init("place", passage.place.text)],
      summary: "public address \(address.name) is \(sku ?? "not Basic"): it stays closed until a network security group"
        + " lets traffic in, and \(passage.place.name) has none, neither its own nor its subnet's",
      remedy: Remedy("give \(passage.place.name) a network security group that allows the flow", newGroup(passage)),
      evidence: [
        property(address, "sku", sku ?? "unknown"), property(passage.place, "networkSecurityGroup", "none"),
      ])
  }

  private func newGroup(_ passage: FilterPassage) -> [Change] {
    let place = passage.place
    let flow = FlowRule(passage)
    let network = place.kind == .subnet ? place.parent ?? place : place
    guard let group = Self.sibling(of: network, "networkSecurityGroups", "\(place.name)-nsg"),
      let rule = group.child("securityRules", flow.name)
    else { return [] }
    let location =
      estate.networkInterfaceIndex(place).flatMap { estate.networkInterfaces[$0].location }
      ?? estate.virtualNetworkIndex(place.parent).flatMap { estate.virtualNetworks[$0].location }
    return [
      .put(group, properties: JSONObject([]), location: location),
      .put(rule, properties: flow.properties(priority: 100), location: nil),
      .set(place, property: "networkSecurityGroup", value: Change.reference(group)),
    ]
  }
}
