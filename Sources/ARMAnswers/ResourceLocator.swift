internal import AzureResources
internal import Estate

/// Finds resources and children of resources by the id that somebody asks with.
struct ResourceLocator {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// The id under which the snapshot holds the resource; nil where it doesn't. An id of another subscription counts
  /// where only one resource can be meant (`Estate.resolve`): ids are often masked.
  func locate(_ id: ResourceID) -> ResourceID? {
    if let found = estate.resolve(id) { return found }
    guard let parent = id.parent, let owner = locate(parent),
      let child = owner.child(id.typeSegment, id.name), estate.json(child) != nil
    else { return nil }
    return child
  }

  /// The error for an id that isn't there: the outermost thing that is missing.
  ///
  /// - Complexity: O(resources).
  func absence(_ id: ResourceID) -> ARMError {
    let containers = Containers(estate)
    guard let subscription = id.subscription else { return .resourceNotFound(id) }
    guard containers.contains(subscription: subscription) else { return .subscriptionNotFound(String(subscription)) }
    guard let group = id.resourceGroup else { return .resourceNotFound(id) }
    guard containers.contains(group: group, subscription: subscription) else {
      return .resourceGroupNotFound(String(group))
    }
    return .resourceNotFound(id)
  }
}

extension ResourceID {
  /// The segment before the name: the innermost part of the type, as written.
  var typeSegment: String { text.split(separator: "/").dropLast().last.map(String.init) ?? "" }
}
