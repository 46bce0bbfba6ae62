/// What a rule does with the flows that it covers.
public enum FirewallAccess: String, Sendable, Hashable {
  case allow
  case deny
  /// Sends it elsewhere, and lets it pass.
  case translate
}
