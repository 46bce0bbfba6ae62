public import IPAddressing

/// Where a NAT rule sends a packet.
public struct FirewallTranslation: Sendable, Hashable {
  public let rule: FirewallRulePath
  public let address: IPAddress
  public let port: UInt16?
  /// The source behind the firewall: one of its private addresses, so that answers come back to it (routing semantics
  /// E-047); a public one where the target is public.
  public let source: FirewallSourceTranslation
}
