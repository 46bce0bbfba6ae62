internal import AzureResources
internal import Estate
internal import JSONDocument

/// The subscriptions and resource groups of an estate: those that it lists, and those that ids speak of.
struct Containers {
  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  func contains(subscription: some StringProtocol) -> Bool {
    ids.contains { $0.subscription?.matches(subscription) == true }
  }

  func contains(group: some StringProtocol, subscription: some StringProtocol) -> Bool {
    ids.contains {
      $0.resourceGroup?.matches(group) == true && $0.subscription?.matches(subscription) == true
    }
  }

  /// All subscriptions, in the order in which the snapshot mentions them.
  ///
  /// - Complexity: O(resources).
  func subscriptions() -> [JSONValue] {
    distinct { $0.subscription }.map { subscription($0) }
  }

  /// One subscription, in ARM's shape. Its display name is the id where the snapshot holds no more.
  func subscription(_ name: some StringProtocol) -> JSONValue {
    let path = "/subscriptions/\(name)"
    if let id = ResourceID(path), let listed = estate.json(id) { return listed }
    return [
      "id": .string(path), "subscriptionId": .string(String(name)), "displayName": .string(String(name)),
      "state": "Enabled",
    ]
  }

  /// The groups of a subscription, in the order in which the snapshot mentions them.
  ///
  /// - Complexity: O(resources).
  func groups(of subscription: String) -> [JSONValue] {
    distinct { $0.subscription?.matches(subscription) == true ? $0.resourceGroup : nil }
      .map { group($0, of: subscription) }
  }

  /// One resource group, in ARM's shape.
  func group(_ name: some StringProtocol, of subscription: String) -> JSONValue {
    let spelled = ids.first {
      $0.resourceGroup?.matches(name) == true && $0.subscription?.matches(subscription) == true
    }
    let group = spelled?.resourceGroup.map(String.init) ?? String(name)
    let path = "/subscriptions/\(spelled?.subscription.map(String.init) ?? subscription)/resourceGroups/\(group)"
    if let id = ResourceID(path), let listed = estate.json(id) { return listed }
    return [
      "id": .string(path), "name": .string(group), "type": "Microsoft.Resources/resourceGroups",
      "properties": ["provisioningState": "Succeeded"],
    ]
  }

  private var ids: some Sequence<ResourceID> {
    let observed = estate.observations.lazy.compactMap(\.resource)
    return [AnySequence(estate.records.lazy.map(\.id)), AnySequence(observed)].joined()
  }

  private func distinct(_ part: (ResourceID) -> Substring?) -> [String] {
    var seen: Set<String> = []
    return ids.compactMap(part).filter { seen.insert($0.lowercased()).inserted }.map(String.init)
  }
}
