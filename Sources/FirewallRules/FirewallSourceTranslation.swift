public import IPAddressing

/// The source that a packet has behind a firewall.
public enum FirewallSourceTranslation: Sendable, Hashable {
  /// It keeps its own.
  case none
  /// An address of the firewall inside its network: the front end's stands for those of the instances, which are in
  /// the same subnet. nil where the snapshot doesn't hold it.
  case privateAddress(IPAddress?)
  /// One of these public addresses, those of the firewall or of a NAT gateway at its subnet; which one differs from
  /// connection to connection. Empty where the snapshot holds none.
  case publicAddress([IPAddress])
  /// Whether it keeps its own depends on what the snapshot doesn't hold.
  case unknown(FirewallGap)
}
