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
    case .gatewayLacksPrefix: [ConnectivityIssue(.local, .routeMissing)]
    default: []
    }
  }
}
