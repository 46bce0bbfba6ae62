/// The kinds of rules in the order in which a firewall tries them (routing semantics E-040).
public enum FirewallPhase: String, Sendable, Hashable, CaseIterable {
  case nat = "NAT"
  case network
  case application
}
