public import AzureResources
public import Estate
internal import IPAddressing

/// What the Azure Firewalls of an estate do with connections.
///
/// Rules are tried as Azure tries them: NAT rules, then network rules, then application rules, then nothing passes;
/// within each the parent policy's groups first, then by the group's and the collection's priority (routing semantics
/// E-040). Threat intelligence is no part of a configuration; it never decides here.
///
/// An evaluator keeps the rules that it put in order; it is a value without other memory.
public struct FirewallEvaluator {
  private let estate: Estate
  private let tags: [String: IPAddressSet]
  private var compiled: [Int: CompiledFirewall] = [:]

  /// - Parameter tags: Service tags beside those of the snapshot, which come first.
  /// - Complexity: O(prefixes of service tags).
  public init(_ estate: Estate, tags: [ServiceTag] = []) {
    self.estate = estate
    let complete = (estate.serviceTags + tags).filter { $0.malformed == 0 }
    self.tags = Dictionary(complete.map { ($0.name.lowercased(), IPAddressSet(prefixes: $0.addressPrefixes)) }) {
      first, _ in first
    }
  }

  /// What a firewall does with the first packet of a connection.
  ///
  /// - Parameter firewall: An index of `Estate.azureFirewalls`.
  /// - Complexity: O(rules), the first time beside their reading.
  public mutating func decide(firewall: Int, _ flow: FirewallFlow) -> FirewallDecision {
    var decider = FirewallDecider(rules(of: firewall), flow, evaluations: nil)
    return decider.decide()
  }

  /// The same with all rules that were looked at.
  public mutating func explain(firewall: Int, _ flow: FirewallFlow) -> FirewallExplanation {
    var decider = FirewallDecider(rules(of: firewall), flow, evaluations: [])
    let decision = decider.decide()
    return FirewallExplanation(decision: decision, evaluations: decider.evaluations ?? [])
  }

  /// The rules of a firewall in the order in which it tries them.
  public mutating func order(firewall: Int) -> [(phase: FirewallPhase, rule: FirewallRulePath)] {
    let rules = rules(of: firewall)
    return (rules.nat + rules.network + rules.application).compactMap { entry in
      guard case .rule(let rule) = entry else { return nil }
      return (rule.phase, rule.path)
    }
  }

  private mutating func rules(of firewall: Int) -> CompiledFirewall {
    if let known = compiled[firewall] { return known }
    var compiler = FirewallCompiler(estate, tags)
    let rules = compiler.compile(firewall)
    compiled[firewall] = rules
    return rules
  }
}
