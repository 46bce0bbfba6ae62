internal import AzureResources

/// A rule at its place among those that decide.
struct OrderedRule: Sendable, Hashable {
  let rule: SecurityRule
  /// Whether every group has it.
  let isDefault: Bool
  /// Why it may not apply at all, in words: what the snapshot lacks; nil where it does for sure.
  let doubt: String?

  init(rule: SecurityRule, isDefault: Bool, doubt: String? = nil) {
    self.rule = rule
    self.isDefault = isDefault
    self.doubt = doubt ?? rule.gap
  }
}
