internal import AzureResources

/// A resource group of a subscription, without regard to case.
struct ResourceGroupKey: Hashable {
  let subscription: String?
  let group: String

  /// nil for what is in no group.
  init?(_ id: ResourceID) {
    guard let group = id.resourceGroup else { return nil }
    self.group = group.lowercased()
    subscription = id.subscription?.lowercased()
  }
}
