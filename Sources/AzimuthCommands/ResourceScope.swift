internal import AzureResources

/// The group and subscription that names are narrowed to.
struct ResourceScope: Sendable, Hashable {
  let resourceGroup: String?
  let subscription: String?

  /// Both compared without regard to case.
  init(resourceGroup: String? = nil, subscription: String? = nil) {
    self.resourceGroup = resourceGroup?.lowercased()
    self.subscription = subscription?.lowercased()
  }

  func contains(_ id: ResourceID) -> Bool {
    if let resourceGroup, id.resourceGroup?.lowercased() != resourceGroup { return false }
    if let subscription, id.subscription?.lowercased() != subscription { return false }
    return true
  }

  /// The scope as the end of a clause: ` in group web-rg`.
  var text: String {
    (resourceGroup.map { " in group \($0)" } ?? "") + (subscription.map { " in subscription \($0)" } ?? "")
  }
}
