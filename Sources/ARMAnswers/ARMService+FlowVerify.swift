internal import AzureFacts
internal import AzureResources
internal import Estate
internal import Filtering
internal import IPAddressing
internal import JSONDocument
internal import Routing

/// `POST networkWatchers/{name}/ipFlowVerify`.
extension ARMService {
  /// - Source: routing semantics D-120 to D-123; facts §5.
  func ipFlowVerify(_ body: JSONValue?) throws(ARMError) -> ARMResponse {
    let question = try FlowQuestion(body)
    let target = try TargetMachine(question.target, estate)
    let interface = try target.interface(named: question.interface, of: question.target, owning: question.local)
    try requireRunning(target, interface)
    var evaluator = FilterEvaluator(estate, tables: RouteTableBuilder(estate, asOf: day))
    let verdict = evaluator.verdict(
      question.flow, question.direction, at: .interface(interface), platform: .likeAnyAddress)
    switch verdict.access {
    case .noFilters: throw .noSecurityGroups(estate.networkInterfaces[interface].id)
    case .allow, .deny: break
    case .unknown(let what) where verdict.stages.isEmpty:
      throw .snapshotIncomplete("What filters the flow can't be told: \(what).")
    case .unknown: break
    }
    return try answer(verdict)
  }

  /// Azure names the rule that decided: the first that denies, else the last group's.
  private func answer(_ verdict: FilterVerdict) throws(ARMError) -> ARMResponse {
    guard let stage = verdict.stages.last else { throw .snapshotIncomplete("No group is in the snapshot.") }
    switch stage.outcome {
    case .unknown(let what): throw .snapshotIncomplete("Whether a rule covers the flow can't be told without \(what).")
    case .passed: throw .snapshotIncomplete("No rule covers the flow.")
    case .allowed(let evaluation), .alwaysAllowed(let evaluation), .denied(let evaluation):
      if verdict.stages.contains(where: { if case .unknown = $0.outcome { true } else { false } }) {
        throw .snapshotIncomplete("Whether a rule of another group covers the flow can't be told.")
      }
      return ARMResponse(
        200,
        [
          "access": .string(evaluation.rule.access.rawValue),
          "ruleName": .string(RuleName.path(evaluation.rule.name, isDefault: evaluation.isDefault)),
          "ruleId": .string(evaluation.isDefault ? "" : evaluation.rule.id.text),
        ])
    }
  }
}
