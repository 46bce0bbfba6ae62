/// What the parts of a rule say of a flow.
public struct FirewallRuleEvaluation: Sendable, Hashable {
  public let phase: FirewallPhase
  public let path: FirewallRulePath
  public let access: FirewallAccess
  public let transport: FirewallMatch
  public let source: FirewallMatch
  public let destination: FirewallMatch
  public let port: FirewallMatch
  /// What an application rule's names say; `yes` for other rules.
  public let name: FirewallMatch

  /// Whether the whole rule covers the flow.
  public var match: FirewallMatch { transport.and(port).and(source).and(destination).and(name) }
}
