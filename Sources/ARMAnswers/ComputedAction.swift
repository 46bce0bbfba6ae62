internal import AzureResources

/// The actions whose answers are computed from the configuration.
enum ComputedAction: String, CaseIterable {
  case effectiveRouteTable
  case nextHop
  case effectiveRoutes
  case effectiveNetworkSecurityGroups
  case ipFlowVerify
  case securityGroupView
  case networkConfigurationDiagnostic
  case connectivityCheck
  case topology

  /// The action of this name on a resource of this kind; nil where there is none.
  init?(_ name: String, on kind: ResourceKind) {
    guard let action = Self.allCases.first(where: { $0.rawValue.matches(name) }), action.kinds.contains(kind) else {
      return nil
    }
    self = action
  }

  /// The calls that exist, for messages.
  static var summary: String {
    let posts = allCases.map { action in
      "POST \(action.kinds[0].typeName ?? "")/{name}/\(action.rawValue)"
    }
    return "GET of resources and of lists, " + posts.joined(separator: ", ")
  }

  private var kinds: [ResourceKind] {
    switch self {
    case .effectiveRouteTable, .effectiveNetworkSecurityGroups: [.networkInterface, .scaleSetNetworkInterface]
    case .nextHop, .ipFlowVerify, .securityGroupView, .networkConfigurationDiagnostic, .connectivityCheck,
      .topology:
      [.networkWatcher]
    case .effectiveRoutes: [.virtualHub]
    }
  }
}
