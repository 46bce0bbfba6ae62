public import AzureResources

/// Several projects could be meant.
public struct MigrateProjectError: Error, Sendable, Hashable {
  public let candidates: [ResourceID]
}
