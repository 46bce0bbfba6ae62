internal import AzureResources
internal import IPAddressing

/// A rule with everything that it refers to: a class, since deciders go through thousands and a copy isn't free.
final class CompiledRule: Sendable {
  let path: FirewallRulePath
  let phase: FirewallPhase
  let access: FirewallAccess
  let rule: FirewallRule
  let source: CompiledScope
  let destination: CompiledScope

  init(
    path: FirewallRulePath, phase: FirewallPhase, access: FirewallAccess, rule: FirewallRule, source: CompiledScope,
    destination: CompiledScope
  ) {
    self.path = path
    self.phase = phase
    self.access = access
    self.rule = rule
    self.source = source
    self.destination = destination
  }

  /// Whether the rule covers the flow. The cheap parts come first, and a part that doesn't match ends it.
  func match(_ flow: FirewallFlow) -> FirewallMatch {
    transport(flow).and(port(flow)).and(source.contains(flow.source, nil)).and(
      destination.contains(flow.destination, flow.name)
    ).and(name(flow))
  }

  /// The same part by part.
  func evaluation(_ flow: FirewallFlow) -> FirewallRuleEvaluation {
    FirewallRuleEvaluation(
      phase: phase, path: path, access: access, transport: transport(flow),
      source: source.contains(flow.source, nil), destination: destination.contains(flow.destination, flow.name),
      port: port(flow), name: name(flow))
  }

  private func transport(_ flow: FirewallFlow) -> FirewallMatch {
    guard rule.kind != .application else { return FirewallMatch(flow.transport == .tcp) }
    let own = rule.transports
    if own.isEmpty { return .unknown(unclear("protocol")) }
    switch flow.transport {
    case .tcp: return FirewallMatch(!own.isDisjoint(with: [.tcp, .any]))
    case .udp: return FirewallMatch(!own.isDisjoint(with: [.udp, .any]))
    case .icmp: return FirewallMatch(own.contains(.icmp) || coversEveryProtocol)
    case .other: return FirewallMatch(coversEveryProtocol)
    }
  }

  /// `Any` means every protocol only without ports (routing semantics E-044).
  private var coversEveryProtocol: Bool { rule.transports.contains(.any) && rule.destinationPorts == .any }

  private func port(_ flow: FirewallFlow) -> FirewallMatch {
    guard flow.transport == .tcp || flow.transport == .udp else { return .yes }
    if rule.kind == .application {
      guard let port = flow.port else { return .unknown(Self.portNotAsked) }
      if rule.applicationProtocols.contains(where: { $0.port == port }) { return .yes }
      return rule.isIncomplete ? .unknown(unclear("protocol")) : .no
    }
    if rule.destinationPorts == .any { return .yes }
    guard let port = flow.port else { return .unknown(Self.portNotAsked) }
    if rule.destinationPorts.contains(port) { return .yes }
    return rule.isIncomplete && !rule.transports.isEmpty ? .unknown(unclear("port")) : .no
  }

  private static let portNotAsked = FirewallGap(.port, nil, "the destination port")

  /// What an application rule says of the name. Web addresses and Microsoft's lists are not in any snapshot.
  private func name(_ flow: FirewallFlow) -> FirewallMatch {
    guard rule.kind == .application else { return .yes }
    if rule.targetNames.contains("*") { return .yes }
    if let name = flow.name, rule.targetNames.contains(where: { Self.covers($0, name) }) { return .yes }
    if let list = (rule.nameTags + rule.webCategories).first {
      return .unknown(FirewallGap(.nameList, nil, "the names in Microsoft's list \(list)"))
    }
    if let address = rule.targetURLs.first {
      return .unknown(FirewallGap(.name, nil, "the web address that the client asks for: \(path) names \(address)"))
    }
    if rule.targetNames.isEmpty { return .unknown(unclear("name")) }
    guard flow.name == nil else { return .no }
    return .unknown(FirewallGap(.name, nil, "the name that the client asks for: \(path) decides by it"))
  }

  /// Whether a rule's name covers a name: `*` at its beginning stands for anything.
  private static func covers(_ pattern: String, _ name: String) -> Bool {
    pattern.hasPrefix("*") ? name.hasSuffix(pattern.dropFirst()) : pattern == name
  }

  private func unclear(_ part: String) -> FirewallGap {
    FirewallGap(.resource, path.resource, "the \(part) of rule \(path), which can't be read")
  }
}
