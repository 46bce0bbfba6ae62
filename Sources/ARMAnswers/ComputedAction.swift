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
  case query

  /// The action of this name on a resource of this type; nil where there is none.
  init?(_ name: String, on id: ResourceID) {
    guard let action = Self.allCases.first(where: { $0.rawValue.matches(name) }),
      action.types.contains(where: { $0.matches(id.type) })
    else { return nil }
    self = action
  }

  /// The calls that exist, for messages.
  static var summary: String {
    let posts = allCases.map { action in
      "POST \(action.types[0])/{name}/\(action.rawValue)"
    }
    return "GET of resources and of lists, " + posts.joined(separator: ", ")
  }

  /// The types of the resources that have the action.
  private var types: [String] {
    if self == .query { return [ConnectionMonitor.type] }
    return kinds.compactMap(\.typeName)
  }

  private var kinds: [ResourceKind] {
    switch self {
    case .effectiveRouteTable, .effectiveNetworkSecurityGroups: [.networkInterface, .scaleSetNetworkInterface]
    case .nextHop, .ipFlowVerify, .securityGroupView, .networkConfigurationDiagnostic, .connectivityCheck,
      .topology:
      [.networkWatcher]
    case .effectiveRoutes: [.virtualHub]
    case .query: []
    }
  }
}
