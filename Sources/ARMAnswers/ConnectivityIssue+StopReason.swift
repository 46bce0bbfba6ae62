internal import AzureResources
internal import Filtering
internal import PathAnalysis

extension ConnectivityIssue {
  /// What Azure's check names of a reason, in its order. Reasons that its answers have no word for, such as a peering
  /// without access, leave the list empty (routing semantics G-007): the status tells all the same.
  static func issues(of reason: StopReason) -> [ConnectivityIssue] {
    switch reason {
    case .noRoute: [ConnectivityIssue(.local, .routeMissing), .route(isUser: false)]
    case .droppedByUserRoute, .privateDestinationToInternet, .nextHopUnowned, .nextHopNotReachable,
      .applianceNotForwarding, .loop, .noGateway:
      [.route(isUser: true)]
    case .filtered(let passage): [rule(passage)]
    case .gatewayLacksPrefix: [ConnectivityIssue(.local, .routeMissing)]
    default: []
    }
  }

  /// The rule that denies, by the name that the check gives it; a public address that is closed without any group has
  /// none.
  private static func rule(_ passage: FilterPassage) -> ConnectivityIssue {
    let origin: Origin = passage.direction == .inbound ? .inbound : .outbound
    guard case .judged(let verdict) = passage.outcome, let rule = verdict.decidingRule else {
      return ConnectivityIssue(origin, .networkSecurityRule)
    }
    let name = RuleName.prefixed(rule.name, isDefault: rule.isDefault)
    return ConnectivityIssue(origin, .networkSecurityRule, [("RuleName", name)])
  }
}
