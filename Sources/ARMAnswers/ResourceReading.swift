internal import AzureResources
internal import Estate
internal import JSONDocument

/// The calls that read: one resource, or a list.
struct ResourceReading {
  private let estate: Estate
  private let lists: ResourceLists

  init(_ estate: Estate) {
    self.estate = estate
    lists = ResourceLists(estate)
  }

  func answer(_ target: ARMTarget, _ url: RequestURL) throws(ARMError) -> ARMResponse {
    let containers = Containers(estate)
    switch target {
    case .subscriptions: return ARMResponse(list: containers.subscriptions())
    case .subscription(let name):
      try require(ARMTarget.Scope(subscription: name, group: nil))
      return ARMResponse(200, containers.subscription(name))
    case .resourceGroups(let subscription):
      try require(ARMTarget.Scope(subscription: subscription, group: nil))
      return ARMResponse(list: containers.groups(of: subscription))
    case .resourceGroup(let subscription, let name):
      try require(ARMTarget.Scope(subscription: subscription, group: name))
      return ARMResponse(200, containers.group(name, of: subscription))
    case .resources(let scope):
      try require(scope)
      return ARMResponse(list: lists.resources(in: scope, try ResourceFilter(url.parameter("$filter") ?? "")))
    case .collection(let scope, let type):
      try require(scope)
      return ARMResponse(list: lists.resources(in: scope, ofType: type))
    case .resource(let id): return try resource(id)
    case .part(let owner, let type): return try children(owner, type, url)
    case .unknown: throw .noSuchCall("GET", url.path)
    }
  }

  private func resource(_ id: ResourceID) throws(ARMError) -> ARMResponse {
    let locator = ResourceLocator(estate)
    guard let found = locator.locate(id), let json = estate.json(found) else { throw locator.absence(id) }
    return ARMResponse(200, json)
  }

  private func children(_ owner: ResourceID, _ type: String, _ url: RequestURL) throws(ARMError) -> ARMResponse {
    let locator = ResourceLocator(estate)
    guard let found = locator.locate(owner) else { throw locator.absence(owner) }
    guard let list = lists.children(of: found, type: type) else { throw .noSuchCall("GET", url.path) }
    return ARMResponse(list: list)
  }

  private func require(_ scope: ARMTarget.Scope) throws(ARMError) {
    let containers = Containers(estate)
    guard containers.contains(subscription: scope.subscription) else { throw .subscriptionNotFound(scope.subscription) }
    guard let group = scope.group else { return }
    guard containers.contains(group: group, subscription: scope.subscription) else {
      throw .resourceGroupNotFound(group)
    }
  }
}
