internal import AzureResources
internal import IPAddressing

/// A part of a flow for which every rule either matches or doesn't: a flow without a port stands for many.
struct FlowRegion {
  /// A protocol of its own; `.any` for those that no rule can name.
  let transport: SecurityRuleProtocol
  /// The ports; `.any` where the protocol has none.
  var source: PortSet
  var destination: PortSet
  /// What may have become of it so far.
  var ends: Ends = []
  /// Whether it may still be on its way.
  var continues = true
  /// Whether a security admin rule allowed it, so that no further one is asked.
  var isAdmitted = false
  /// What the stage at hand may do with it.
  var possible: Step = []

  /// The ends of a flow.
  struct Ends: OptionSet {
    let rawValue: UInt8
    static let allowed = Ends(rawValue: 1)
    static let denied = Ends(rawValue: 2)
  }

  /// What one filter does.
  struct Step: OptionSet {
    let rawValue: UInt8
    static let allow = Step(rawValue: 1)
    static let deny = Step(rawValue: 2)
    static let alwaysAllow = Step(rawValue: 4)
    static let pass = Step(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ access: SecurityRuleAccess) {
      self =
        switch access {
        case .allow: .allow
        case .deny: .deny
        case .alwaysAllow: .alwaysAllow
        }
    }
  }

  /// The regions of a flow.
  static func regions(of flow: Flow) -> [FlowRegion] {
    let source = flow.sourcePort.map { PortSet(port: $0) } ?? .any
    let destination = flow.destinationPort.map { PortSet(port: $0) } ?? .any
    let transports = flow.transport == .any ? SecurityRuleProtocol.allCases : [flow.transport]
    return transports.map { transport in
      transport.hasPorts
        ? FlowRegion(transport: transport, source: source, destination: destination)
        : FlowRegion(transport: transport, source: .any, destination: .any)
    }
  }

  /// Whether a rule covers a part of the region, if its addresses do.
  func isMet(by rule: SecurityRule) -> Bool {
    guard rule.transport == .any || rule.transport == transport else { return false }
    return !transport.hasPorts || (rule.sourcePorts.overlaps(source) && rule.destinationPorts.overlaps(destination))
  }

  /// Cuts the region at a rule's protocol and ports.
  ///
  /// - Returns: What the rule covers, if its addresses do; and the parts that it doesn't.
  func cut(by rule: SecurityRule) -> (inside: FlowRegion?, outside: [FlowRegion]) {
    guard rule.transport == .any || rule.transport == transport else { return (nil, [self]) }
    guard transport.hasPorts else { return (self, []) }
    if rule.sourcePorts.contains(source), rule.destinationPorts.contains(destination) { return (self, []) }
    var inside = self
    inside.source = source.intersection(rule.sourcePorts)
    inside.destination = destination.intersection(rule.destinationPorts)
    guard !inside.source.isEmpty, !inside.destination.isEmpty else { return (nil, [self]) }
    var outside: [FlowRegion] = []
    if inside.source != source {
      var part = self
      part.source = source.subtracting(rule.sourcePorts)
      outside.append(part)
    }
    if inside.destination != destination {
      var part = inside
      part.destination = destination.subtracting(rule.destinationPorts)
      outside.append(part)
    }
    return (inside, outside)
  }

  /// The region behind the stage at hand: two of it where a security admin rule may have allowed it and may not.
  func advanced(isAdmin: Bool) -> [FlowRegion] {
    guard continues else { return [self] }
    var next = self
    if possible.contains(.deny) { next.ends.insert(.denied) }
    if possible.contains(.alwaysAllow) { next.ends.insert(.allowed) }
    next.continues = !possible.isDisjoint(with: [.allow, .pass])
    next.possible = []
    guard isAdmin, possible.contains(.allow) else { return [next] }
    var admitted = next
    admitted.isAdmitted = true
    return possible.contains(.pass) ? [admitted, next] : [admitted]
  }
}

extension SecurityRuleProtocol {
  /// Whether ports count for it (routing semantics D-025, D-160).
  var hasPorts: Bool { self == .tcp || self == .udp }
}
