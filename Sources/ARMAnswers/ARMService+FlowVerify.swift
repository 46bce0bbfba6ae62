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
    case .unknown(let what): throw .snapshotIncomplete("What filters the flow can't be told: \(what).")
    case .allow, .deny: break
    }
    guard let decided = verdict.decidingRule, !decided.hasAlternatives else {
      throw .snapshotIncomplete("Which rule decides can't be told: the flow or the snapshot leaves several.")
    }
    return ARMResponse(
      200,
      [
        "access": .string(verdict.access == .deny ? "Deny" : "Allow"), "ruleName": .string(decided.qualifiedName),
        "ruleId": .string(decided.isDefault ? "" : decided.rule.id.text),
      ])
  }
}
