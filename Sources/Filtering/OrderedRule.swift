internal import AzureResources

/// A rule at its place among those that decide.
struct OrderedRule: Sendable, Hashable {
  let rule: SecurityRule
  /// Whether every group has it.
  let isDefault: Bool
}
