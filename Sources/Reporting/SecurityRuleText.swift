internal import AzureResources
internal import Filtering
internal import IPAddressing

/// The parts of a security rule as people write them.
enum SecurityRuleText {
  /// One side: prefixes, service tags, names of application security groups, or `*`.
  static func scope(_ scope: SecurityRuleScope) -> String {
    switch scope {
    case .any: "*"
    case .prefixes(let set): set.prefixes.map { "\($0)" }.joined(separator: ", ")
    case .serviceTags(let names, let set):
      (names + set.prefixes.map { "\($0)" }).joined(separator: ", ")
    case .applicationSecurityGroups(let groups): groups.map { String($0.name) }.joined(separator: ", ")
    case .unknown: "unknown"
    }
  }

  static func ports(_ ports: PortSet) -> String {
    if ports == .any { return "*" }
    return ports.ranges.map { range in
      range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }.joined(separator: ", ")
  }

  static func transport(_ transport: SecurityRuleProtocol) -> String { transport.rawValue }

  /// Why a rule doesn't cover a flow, or that it does.
  static func reason(_ evaluation: RuleEvaluation, _ flow: Flow) -> String {
    let rule = evaluation.rule
    var against: [String] = []
    var open: [String] = []
    func note(_ match: Match, _ sentence: String) {
      switch match {
      case .yes: break
      case .no: against.append(sentence)
      case .unknown(let what): if !open.contains(what) { open.append(what) }
      }
    }
    note(evaluation.transport, "the protocol isn't \(transport(rule.transport))")
    note(evaluation.source, "\(flow.source) isn't in \(scope(rule.source))")
    note(evaluation.sourcePort, "source port \(port(flow.sourcePort)) isn't in \(ports(rule.sourcePorts))")
    note(evaluation.destination, "\(flow.destination) isn't in \(scope(rule.destination))")
    note(
      evaluation.destinationPort,
      "destination port \(port(flow.destinationPort)) isn't in \(ports(rule.destinationPorts))")
    if !against.isEmpty { return against.joined(separator: "; ") }
    if !open.isEmpty { return "may cover the flow; it depends on " + open.joined(separator: " and ") }
    return "covers the flow"
  }

  private static func port(_ port: UInt16?) -> String { port.map { "\($0)" } ?? "*" }
}
