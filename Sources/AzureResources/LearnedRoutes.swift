/// One observation of what a gateway, Route Server or circuit learned.
public struct LearnedRoutes: Sendable, Hashable {
  /// The gateway, Route Server peer or circuit peering that was asked.
  public let resource: ResourceID
  /// The action asked, in lower case.
  public let action: String
  public let observedAt: String?
  public let routes: [LearnedRoute]

  package init(resource: ResourceID, action: String, observedAt: String?, routes: [LearnedRoute]) {
    self.resource = resource
    self.action = action
    self.observedAt = observedAt
    self.routes = routes
  }
}
