/// What a rule does with the traffic that it matches.
public enum SecurityRuleAccess: String, Sendable, Hashable, CaseIterable {
  case allow = "Allow"
  case deny = "Deny"
  /// Of security admin rules alone: the traffic passes, whatever network security groups say (routing semantics D-100).
  case alwaysAllow = "AlwaysAllow"
}
