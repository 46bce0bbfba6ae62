/// What a firewall does with traffic from and to addresses and names that Microsoft knows as malicious.
public enum ThreatIntelMode: String, Sendable, Hashable, CaseIterable {
  case alert = "Alert"
  case deny = "Deny"
  case off = "Off"
}
