public import AzureResources
public import IPAddressing

/// Flows from any of some sources to any of some destinations, over some protocols and ports.
public struct FlowBox: Sendable, Hashable {
  public internal(set) var sources: IPAddressSet
  public internal(set) var destinations: IPAddressSet
  /// Never `.any`: that is all of them.
  public internal(set) var transports: Set<SecurityRuleProtocol>
  /// The ports, for protocols that have some; `.any` else.
  public internal(set) var sourcePorts: PortSet
  public internal(set) var destinationPorts: PortSet

  /// Flows of one protocol, from any source port.
  public init(
    from sources: IPAddressSet, to destinations: IPAddressSet, _ transport: SecurityRuleProtocol, ports: PortSet
  ) {
    self.init(
      sources: sources, destinations: destinations, transports: [transport], sourcePorts: .any,
      destinationPorts: transport.hasPorts ? ports : .any)
  }

  init(
    sources: IPAddressSet, destinations: IPAddressSet, transports: Set<SecurityRuleProtocol>, sourcePorts: PortSet,
    destinationPorts: PortSet
  ) {
    self.sources = sources
    self.destinations = destinations
    self.transports = transports
    self.sourcePorts = sourcePorts
    self.destinationPorts = destinationPorts
  }

  /// The part whose near side is one of these addresses: the destination inbound, the source outbound.
  public func clipped(_ own: IPAddressSet, _ direction: TrafficDirection) -> FlowBox? {
    var part = self
    if direction == .inbound { part.destinations.formIntersection(own) } else { part.sources.formIntersection(own) }
    return part.isEmpty ? nil : part
  }

  var isEmpty: Bool {
    sources.isEmpty || destinations.isEmpty || transports.isEmpty || sourcePorts.isEmpty || destinationPorts.isEmpty
  }

  func intersection(_ other: FlowBox) -> FlowBox? {
    let common = FlowBox(
      sources: sources.intersection(other.sources), destinations: destinations.intersection(other.destinations),
      transports: transports.intersection(other.transports),
      sourcePorts: sourcePorts.intersection(other.sourcePorts),
      destinationPorts: destinationPorts.intersection(other.destinationPorts))
    return common.isEmpty ? nil : common
  }

  /// What is left, in boxes that don't overlap.
  public func subtracting(_ other: FlowBox) -> [FlowBox] {
    guard let common = intersection(other) else { return [self] }
    var rest: [FlowBox] = []
    // One side after the other is cut down to what both have.
    var inner = self
    func cut(_ outside: FlowBox) { if !outside.isEmpty { rest.append(outside) } }
    var outside = inner
    outside.sources.subtract(common.sources)
    cut(outside)
    inner.sources = common.sources
    outside = inner
    outside.destinations.subtract(common.destinations)
    cut(outside)
    inner.destinations = common.destinations
    outside = inner
    outside.transports.subtract(common.transports)
    cut(outside)
    inner.transports = common.transports
    outside = inner
    outside.sourcePorts = inner.sourcePorts.subtracting(common.sourcePorts)
    cut(outside)
    inner.sourcePorts = common.sourcePorts
    outside = inner
    outside.destinationPorts = inner.destinationPorts.subtracting(common.destinationPorts)
    cut(outside)
    return rest
  }

  /// What none of the others holds.
  public func subtracting(_ others: [FlowBox]) -> [FlowBox] {
    others.reduce([self]) { rest, other in rest.flatMap { $0.subtracting(other) } }
  }

  /// The boxes that a rule covers: protocols without ports are covered whatever ports it names (routing semantics
  /// D-025).
  static func boxes(
    of rule: SecurityRule, sources: IPAddressSet, destinations: IPAddressSet
  ) -> [FlowBox] {
    let named = rule.transport == .any ? Set(SecurityRuleProtocol.allCases).subtracting([.any]) : [rule.transport]
    let withPorts = named.filter(\.hasPorts)
    let parts = [
      FlowBox(
        sources: sources, destinations: destinations, transports: withPorts, sourcePorts: rule.sourcePorts,
        destinationPorts: rule.destinationPorts),
      FlowBox(
        sources: sources, destinations: destinations, transports: named.subtracting(withPorts), sourcePorts: .any,
        destinationPorts: .any),
    ]
    return parts.filter { !$0.isEmpty }
  }
}
