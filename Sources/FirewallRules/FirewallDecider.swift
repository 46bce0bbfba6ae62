internal import AzureResources
internal import IPAddressing

/// One flow at one firewall.
struct FirewallDecider {
  private let firewall: CompiledFirewall
  private let flow: FirewallFlow
  /// Rules that were looked at; nil where nobody asks.
  private(set) var evaluations: [FirewallRuleEvaluation]?
  /// What might have decided before: a gap, and what the rule would have done where that is known.
  private var open: [(gap: FirewallGap, access: FirewallAccess?)] = []
  private var assumptions: [FirewallAssumption] = []

  init(_ firewall: CompiledFirewall, _ flow: FirewallFlow, evaluations: [FirewallRuleEvaluation]?) {
    self.firewall = firewall
    self.flow = flow
    self.evaluations = evaluations
  }

  mutating func decide() -> FirewallDecision {
    let outcome = outcome()
    if firewall.threatIntelMode != .off {
      let mode = firewall.threatIntelMode?.rawValue ?? "not in the snapshot"
      assumptions.append(
        FirewallAssumption(
          .threatIntelligence, firewall.id,
          "threat intelligence of firewall \(firewall.id.name) (\(mode)) knows neither end as malicious"))
    }
    return FirewallDecision(outcome: outcome, assumptions: assumptions)
  }

  private mutating func outcome() -> FirewallDecision.Outcome {
    // Only what is addressed to the firewall itself is translated.
    let isOwn = firewall.owns(flow.destination)
    if isOwn ?? true {
      let rule = firstMatch(firewall.nat, flow)
      if !open.isEmpty { return .unknown(gaps) }
      if let rule { return translate(rule) }
      guard isOwn == nil else { return .denied(by: nil) }
    }
    let network = firstMatch(firewall.network, flow)
    if let network {
      assumeLearnedRanges(network)
      return settle(network, firewall.source(to: flow.destination))
    }
    // Only HTTP, HTTPS and MSSQL meet application rules, and all three are TCP (routing semantics E-043).
    let application = flow.transport == .tcp ? firstMatch(firewall.application, flow) : nil
    if let application {
      assume(speakingAs: application)
      return settle(application, firewall.translatedSource(to: flow.destination))
    }
    return settleWithoutRule()
  }

  /// The first rule that certainly covers the flow. Rules before it that may cover it are left open.
  private mutating func firstMatch(_ entries: [CompiledFirewall.Entry], _ flow: FirewallFlow) -> CompiledRule? {
    for entry in entries {
      switch entry {
      case .gap(let gap): open.append((gap, nil))
      case .rule(let rule):
        evaluations?.append(rule.evaluation(flow))
        switch rule.match(flow) {
        case .no: continue
        case .yes: return rule
        case .unknown(let gap): open.append((gap, rule.access))
        }
      }
    }
    return nil
  }

  /// What a rule does, unless one that is left open before it would do otherwise.
  private func settle(_ rule: CompiledRule, _ source: FirewallSourceTranslation) -> FirewallDecision.Outcome {
    guard open.allSatisfy({ $0.access == rule.access }) else { return .unknown(gaps) }
    guard rule.access == .allow else { return .denied(by: rule.path) }
    // An open network rule before an application rule would have kept the source where this one doesn't.
    let isOpen = !open.isEmpty && rule.phase == .application && firewall.source(to: flow.destination) != source
    return .allowed(by: rule.path, source: isOpen ? .unknown(open[0].gap) : source)
  }

  private mutating func settleWithoutRule() -> FirewallDecision.Outcome {
    guard open.allSatisfy({ $0.access == .deny }) else { return .unknown(gaps) }
    if flow.transport == .tcp, flow.port == 80 || flow.port == 443, !flow.destination.isPrivate {
      assumptions.append(
        FirewallAssumption(
          .infrastructureNames, firewall.id,
          "\(flow.name ?? "\(flow.destination)") is none of the names of Azure's own platform, which firewall"
            + " \(firewall.id.name) lets pass without a rule"))
    }
    return .denied(by: nil)
  }

  /// A NAT rule of a policy lets its traffic pass. Behind a classic one a network rule may still deny it (routing
  /// semantics E-042).
  private mutating func translate(_ rule: CompiledRule) -> FirewallDecision.Outcome {
    guard let address = rule.rule.translatedAddress else {
      let target = rule.rule.translatedName.map { "what \($0) resolves to" } ?? "the target"
      return .unknown([FirewallGap(.name, rule.path.resource, "\(target): rule \(rule.path) sends it there")])
    }
    let port = rule.rule.translatedPort ?? flow.port
    if firewall.isClassic {
      let inside = firstMatch(firewall.network, flow.translated(to: address, port: port))
      if open.contains(where: { $0.access != .allow }) {
        guard inside?.access == .deny, open.allSatisfy({ $0.access == .deny }) else { return .unknown(gaps) }
      }
      if let inside, inside.access == .deny { return .denied(by: inside.path) }
    }
    let source: FirewallSourceTranslation =
      address.isPrivate ? .privateAddress(firewall.privateAddress) : .publicAddress(firewall.publicAddresses)
    return .translated(FirewallTranslation(rule: rule.path, address: address, port: port, source: source))
  }

  private mutating func assumeLearnedRanges(_ rule: CompiledRule) {
    guard rule.access == .allow, firewall.privateRanges.learnsRanges,
      !firewall.privateRanges.contains(flow.destination)
    else { return }
    assumptions.append(
      FirewallAssumption(
        .learnedRanges, firewall.id,
        "the private ranges that firewall \(firewall.id.name) learned don't hold \(flow.destination)"))
  }

  private mutating func assume(speakingAs rule: CompiledRule) {
    guard let spoken = rule.rule.applicationProtocols.first(where: { $0.port == flow.port }) else { return }
    let name = spoken.kind.rawValue.uppercased()
    assumptions.append(
      FirewallAssumption(
        .applicationProtocol, rule.path.resource,
        "the client speaks \(name) on port \(spoken.port), as application rule \(rule.path) expects"))
  }

  private var gaps: [FirewallGap] {
    var seen: Set<FirewallGap> = []
    return open.map(\.gap).filter { seen.insert($0).inserted }
  }
}
