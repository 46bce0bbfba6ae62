internal import AzureResources
internal import Filtering
internal import Findings
internal import IPAddressing
internal import PathAnalysis

/// A rule that would have let a packet pass, but for one thing.
struct NearMiss {
  enum Kind {
    /// The NIC is not a member of the application security group that the rule names (D-071).
    case membership(ResourceID)
    /// The tag `VirtualNetwork` doesn't hold the address (D-060).
    case virtualNetworkTag
    case other
  }

  let kind: Kind
  let rule: SecurityRule
  /// The part that doesn't cover the packet: `source`, `destinationPort`, ...
  let lacks: String
  let sentence: String
  /// nil for a rule that wasn't asked, as one of a group that the NIC isn't in.
  let evaluation: RuleEvaluation?

  /// The code of a cause that this explains better than the rule that denied.
  var code: CheckCode? {
    switch kind {
    case .membership: .notInApplicationSecurityGroup
    case .virtualNetworkTag: .notInVirtualNetworkTag
    case .other: nil
    }
  }

  /// The nearest rule above the one that denied.
  static func find(
    _ passage: FilterPassage, _ stage: FilterStage, _ decision: RuleEvaluation, _ group: NetworkSecurityGroup?,
    _ memberships: Set<ResourceID>
  ) -> NearMiss? {
    if let missed = membership(passage, decision, group, memberships) { return missed }
    let misses = stage.evaluations.compactMap { evaluation in miss(passage, evaluation) }
    return misses.first { !($0.evaluation?.isDefault ?? true) } ?? misses.first
  }

  /// An allow rule for a group that the NIC isn't in: Azure passes it over.
  private static func membership(
    _ passage: FilterPassage, _ decision: RuleEvaluation, _ group: NetworkSecurityGroup?,
    _ memberships: Set<ResourceID>
  ) -> NearMiss? {
    let rules = (group?.securityRules ?? []).filter {
      $0.direction == passage.direction && $0.access == .allow && $0.priority < decision.rule.priority
    }
    for rule in rules.sorted(by: { $0.priority < $1.priority }) {
      let isInbound = passage.direction == .inbound
      guard case .applicationSecurityGroups(let named) = isInbound ? rule.destination : rule.source,
        let first = named.first, !named.contains(where: memberships.contains), covers(rule, passage.packet, isInbound)
      else { continue }
      let names = named.map { String($0.name) }.joined(separator: ", ")
      return NearMiss(
        kind: .membership(first), rule: rule, lacks: isInbound ? "destination" : "source",
        sentence: "rule \(rule.name) (\(rule.priority)) would let it pass, but for members of \(names) alone, and"
          + " \(passage.place.name) is none", evaluation: nil)
    }
    return nil
  }

  /// Whether a rule's other parts cover a packet: protocol, ports and the far side.
  private static func covers(_ rule: SecurityRule, _ packet: Packet, _ isInbound: Bool) -> Bool {
    let flow = packet.transport
    let transport: SecurityRuleProtocol = flow == .tcp ? .tcp : flow == .udp ? .udp : .icmp
    guard rule.transport == .any || rule.transport == transport else { return false }
    if flow != .icmp {
      guard packet.port.map({ rule.destinationPorts.contains($0) }) ?? true,
        packet.sourcePort.map({ rule.sourcePorts.contains($0) }) ?? true
      else { return false }
    }
    let address = isInbound ? packet.source : packet.destination
    switch isInbound ? rule.source : rule.destination {
    case .any: return true
    case .prefixes(let set): return set.contains(address)
    case .serviceTags(let names, let set):
      let covering = address.isPrivate ? "virtualnetwork" : "internet"
      return set.contains(address) || names.contains { $0.lowercased() == covering }
    case .applicationSecurityGroups, .unknown: return false
    }
  }

  /// An allow rule of which exactly one part doesn't cover the packet.
  private static func miss(_ passage: FilterPassage, _ evaluation: RuleEvaluation) -> NearMiss? {
    guard evaluation.rule.access != .deny else { return nil }
    let parts: [(String, Match)] = [
      ("protocol", evaluation.transport), ("source", evaluation.source), ("sourcePort", evaluation.sourcePort),
      ("destination", evaluation.destination), ("destinationPort", evaluation.destinationPort),
    ]
    let lacking = parts.filter { $0.1 == .no }
    guard let lacks = lacking.first?.0, lacking.count == 1 else { return nil }
    let packet = passage.packet
    let scope = lacks == "source" ? evaluation.rule.source : evaluation.rule.destination
    let address = lacks == "source" ? packet.source : packet.destination
    let rule = evaluation.rule
    let start = "rule \(rule.name) (\(rule.priority)) almost lets it pass, but its"
    switch lacks {
    case "source", "destination":
      if case .serviceTags(let names, _) = scope, names.contains(where: { $0.lowercased() == "virtualnetwork" }) {
        // The default rule for networks says nothing of packets from the internet.
        guard !evaluation.isDefault || address.isPrivate else { return nil }
        return NearMiss(
          kind: .virtualNetworkTag, rule: rule, lacks: lacks,
          sentence:
            "\(start) \(lacks) is VirtualNetwork, and at \(passage.place.name) that tag doesn't hold \(address)",
          evaluation: evaluation)
      }
      guard !evaluation.isDefault else { return nil }
      return NearMiss(
        kind: .other, rule: rule, lacks: lacks, sentence: "\(start) \(lacks) doesn't hold \(address)",
        evaluation: evaluation)
    case "protocol":
      return NearMiss(
        kind: .other, rule: rule, lacks: lacks,
        sentence: "\(start) protocol is \(rule.transport.rawValue)", evaluation: evaluation)
    default:
      let ports = lacks == "sourcePort" ? rule.sourcePorts : rule.destinationPorts
      let word = lacks == "sourcePort" ? "source ports are" : "destination ports are"
      return NearMiss(
        kind: .other, rule: rule, lacks: lacks, sentence: "\(start) \(word) \(ports)", evaluation: evaluation)
    }
  }
}
