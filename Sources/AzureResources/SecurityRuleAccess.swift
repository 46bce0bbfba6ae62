/// What a rule does with the traffic that it matches.
public enum SecurityRuleAccess: String, Sendable, Hashable, CaseIterable {
  case allow = "Allow"
  case deny = "Deny"
}
