internal import AzureResources
internal import Estate
internal import Filtering
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// `POST networkWatchers/{name}/networkConfigurationDiagnostic`: the NSG diagnostic.
extension ARMService {
  /// What the groups at a NIC do with each flow, rule by rule.
  ///
  /// A machine is judged at the NIC that has the flow's local address, else at its primary one: profiles needn't name
  /// an address that the machine has. Where no group applies, Azure has nothing to list, and no result for the flow.
  ///
  /// - Source: routing semantics D-130 to D-133; recorded 2018 to 2024.
  func configurationDiagnostic(_ body: JSONValue?) throws(ARMError) -> ARMResponse {
    let fields = RequestFields(body)
    let id = try fields.id("targetResourceId")
    // Until 2018 profiles were called queries, and each result's one a trafficQuery.
    let profiles = try fields.optionalObjects("profiles")
    let queries = profiles == nil ? try fields.optionalObjects("queries") : nil
    guard let asked = profiles ?? queries, !asked.isEmpty else {
      throw .invalidFormat("profiles", "the field is missing or empty")
    }
    let machine = try diagnosticMachine(id)
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: day))
    var results: [JSONValue] = []
    for asked in asked {
      let profile = try ConfigurationProfile(asked)
      let interface = try interface(for: profile, machine, id)
      let found: JSONValue?
      if let flow = profile.flow {
        found = try result(evaluator.verdict(flow, profile.direction, atInterface: interface))
      } else {
        let groups = try groups(atInterface: interface, &evaluator)
        found = try ConfigurationWalk(estate, profile, interface).result(groups)
      }
      guard let result = found else { continue }
      results.append([queries != nil ? "trafficQuery" : "profile": profile.json, "networkSecurityGroupResult": result])
    }
    return ARMResponse(200, ["results": .array(results)])
  }

  /// The machine that a target is; nil for a NIC.
  private func diagnosticMachine(_ id: ResourceID) throws(ARMError) -> TargetMachine? {
    switch id.kind {
    case .networkInterface, .scaleSetNetworkInterface:
      let interface = try interface(id)
      guard machines == .asIfRunning || Attachment(estate).isRunning(interface) else {
        throw .unattachedForSecurityGroups(estate.networkInterfaces[interface].id, on: day)
      }
      return nil
    default:
      let target = try TargetMachine(id, estate)
      guard let primary = target.interfaces.first else { throw .noInterface(of: id) }
      try requireRunning(target, primary)
      return target
    }
  }

  private func interface(
    for profile: ConfigurationProfile, _ machine: TargetMachine?, _ id: ResourceID
  ) throws(ARMError) -> Int {
    guard let machine else { return try interface(id) }
    guard let local = profile.local else { return try machine.interface(named: nil, of: id) }
    return try machine.interface(named: nil, of: id, owning: local)
  }

  /// nil where no group applies.
  private func result(_ verdict: FilterVerdict) throws(ARMError) -> JSONValue? {
    switch verdict.access {
    case .noFilters: return nil
    case .unknown(let what): throw .snapshotIncomplete("What filters the flow can't be told: \(what).")
    case .allow, .deny: break
    }
    return [
      "securityRuleAccessResult": verdict.access == .deny ? "Deny" : "Allow",
      "evaluatedNetworkSecurityGroups": .array(verdict.stages.map { Self.evaluation($0) }),
    ]
  }

  private static func evaluation(_ stage: FilterStage) -> JSONValue {
    var object = JSONObject([
      ("networkSecurityGroupId", .string(stage.group.text)), ("appliedTo", .string(stage.appliedTo.text)),
    ])
    if let rule = stage.decision {
      object["matchedRule"] = [
        "ruleName": .string(RuleName.prefixed(rule.rule.name, isDefault: rule.isDefault)),
        "action": .string(rule.rule.access.rawValue),
      ]
    }
    object["rulesEvaluationResult"] = .array(stage.evaluations.map { evaluation($0) })
    return .object(object)
  }

  private static func evaluation(_ rule: RuleEvaluation) -> JSONValue {
    [
      "name": .string(RuleName.prefixed(rule.rule.name, isDefault: rule.isDefault)),
      "protocolMatched": .bool(rule.transport == .yes), "sourceMatched": .bool(rule.source == .yes),
      "sourcePortMatched": .bool(rule.sourcePort == .yes), "destinationMatched": .bool(rule.destination == .yes),
      "destinationPortMatched": .bool(rule.destinationPort == .yes),
    ]
  }
}
