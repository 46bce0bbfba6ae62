/// The protocols that a rule can name.
public enum SecurityRuleProtocol: String, Sendable, Hashable, CaseIterable {
  case tcp = "Tcp"
  case udp = "Udp"
  case icmp = "Icmp"
  case esp = "Esp"
  case ah = "Ah"
  case any = "*"

  /// Whether rules for the protocol, or any, look at ports (routing semantics D-025).
  package var canHavePorts: Bool { self == .tcp || self == .udp || self == .any }
}
