/// Which security admin rules apply to networks with services that bring a network intent policy, such as SQL Managed
/// Instance.
///
/// - Source: routing semantics D-102.
public enum SecurityAdminIntentPolicies: String, Sendable, Hashable, CaseIterable {
  case none = "None"
  case allowRulesOnly = "AllowRulesOnly"
  case all = "All"

  init?(text: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else { return nil }
    self = known
  }
}
