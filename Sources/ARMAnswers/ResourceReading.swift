internal import AzureFacts
internal import AzureResources
internal import Estate
internal import JSONDocument

/// The calls that read: one resource, or a list.
struct ResourceReading {
  private let estate: Estate
  private let lists: ResourceLists
  private let day: Day

  init(_ estate: Estate, on day: Day) {
    self.estate = estate
    self.day = day
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
    if let found = locator.locate(id), let json = estate.json(found) { return ARMResponse(200, json) }
    if id.typeSegment.matches(PrivateLinkResourceList.name), let owner = id.parent,
      let element = privateLinkResources(of: owner)?.first(where: { $0["name"]?.text?.matches(id.name) == true })
    {
      return ARMResponse(200, element)
    }
    throw locator.absence(id)
  }

  private func children(_ owner: ResourceID, _ type: String, _ url: RequestURL) throws(ARMError) -> ARMResponse {
    let locator = ResourceLocator(estate)
    if type.matches(PrivateLinkResourceList.name), let elements = privateLinkResources(of: owner) {
      return ARMResponse(list: elements)
    }
    guard let found = locator.locate(owner) else { throw locator.absence(owner) }
    guard let list = lists.children(of: found, type: type) else { throw .noSuchCall("GET", url.path) }
    return ARMResponse(list: list)
  }

  /// What was recorded of a resource's sub-resources, or else what follows from its type; nil for neither.
  private func privateLinkResources(of owner: ResourceID) -> [JSONValue]? {
    let found = ResourceLocator(estate).locate(owner)
    let list = PrivateLinkResourceList(of: found ?? owner, found.flatMap { estate.json($0) }, on: day)
    let recorded = lists.children(of: found ?? owner, type: PrivateLinkResourceList.name) ?? []
    guard recorded.isEmpty || (list.followsFromConfiguration && found != nil) else { return recorded }
    guard let elements = list.elements, !elements.isEmpty else { return recorded.isEmpty ? nil : recorded }
    return elements
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
