public import IPAddressing
package import JSONReading

/// A rule of a network security group.
public struct SecurityRule: Sendable, Hashable {
  private let identity: SecurityRuleIdentity
  /// Smaller numbers decide first.
  public let priority: Int
  public let direction: TrafficDirection
  public let access: SecurityRuleAccess
  public let transport: SecurityRuleProtocol
  public let source: SecurityRuleScope
  public let destination: SecurityRuleScope
  public let sourcePorts: PortSet
  public let destinationPorts: PortSet
  /// What of the rule the snapshot doesn't hold or nobody could read, in words: it may cover less than it seems to. nil
  /// where the rule is complete.
  public let gap: String?

  package init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    identity = .written(id)
    let fields = SecurityRuleFields(json.properties)
    guard let priority = fields.priority?.integer.flatMap({ Int(exactly: $0) }),
      let direction: TrafficDirection = reader.choice(fields.direction, "direction"),
      let access: SecurityRuleAccess = reader.choice(fields.access, "access"),
      let transport: SecurityRuleProtocol = reader.choice(fields.transport, "protocol")
    else {
      reader.note("priority", "the rule lacks a priority, direction, access or protocol")
      return nil
    }
    self.priority = priority
    self.direction = direction
    self.access = access
    self.transport = transport
    source = SecurityRuleScope(
      fields.source.prefix, fields.source.prefixes, groups: fields.source.groups?.references ?? [], &reader)
    destination = SecurityRuleScope(
      fields.destination.prefix, fields.destination.prefixes, groups: fields.destination.groups?.references ?? [],
      &reader)
    let from = Self.ports(fields.source.port, fields.source.ports, &reader)
    let to = Self.ports(fields.destination.port, fields.destination.ports, &reader)
    sourcePorts = from ?? .any
    destinationPorts = to ?? .any
    gap = transport.canHavePorts && (from == nil || to == nil) ? "the ports of rule \(id.name)" : nil
  }

  /// A rule that isn't read as one of a group: a default rule, or a network manager's.
  package init(
    id: ResourceID, priority: Int, direction: TrafficDirection, access: SecurityRuleAccess,
    transport: SecurityRuleProtocol = .any, source: SecurityRuleScope, sourcePorts: PortSet = .any,
    destination: SecurityRuleScope, destinationPorts: PortSet = .any, gap: String? = nil
  ) {
    self.init(
      .written(id), priority: priority, direction: direction, access: access, transport: transport, source: source,
      sourcePorts: sourcePorts, destination: destination, destinationPorts: destinationPorts, gap: gap)
  }

  /// A rule that every group has.
  package init(
    defaultOf group: ResourceID, named name: String, priority: Int, direction: TrafficDirection,
    access: SecurityRuleAccess, source: SecurityRuleScope, destination: SecurityRuleScope
  ) {
    self.init(
      .member(of: group, .defaults, name: name), priority: priority, direction: direction, access: access,
      transport: .any, source: source, sourcePorts: .any, destination: destination, destinationPorts: .any)
  }

  init(
    _ identity: SecurityRuleIdentity, priority: Int, direction: TrafficDirection, access: SecurityRuleAccess,
    transport: SecurityRuleProtocol, source: SecurityRuleScope, sourcePorts: PortSet, destination: SecurityRuleScope,
    destinationPorts: PortSet, gap: String? = nil
  ) {
    self.identity = identity
    self.priority = priority
    self.direction = direction
    self.access = access
    self.transport = transport
    self.source = source
    self.destination = destination
    self.sourcePorts = sourcePorts
    self.destinationPorts = destinationPorts
    self.gap = gap
  }

  /// The rule's id.
  ///
  /// - Complexity: O(length): it is put together when it is asked for.
  public var id: ResourceID { identity.id }

  /// The rule's name.
  public var name: Substring { identity.name }

  /// The ports of a singular and a plural property; nil where neither says any, or one can't be read.
  static func ports(_ one: JSONCursor?, _ several: JSONCursor?, _ reader: inout ResourceReader) -> PortSet? {
    // Most rules have one text, and most of these are a star.
    if several?.isEmptyList ?? true, let one, one.isString, one.matches("*") { return .any }
    let texts = (one?.texts ?? []) + (several?.texts ?? [])
    var ports: PortSet?
    for text in texts {
      do throws(PortParseError) {
        let more = try PortSet(text)
        ports = ports?.union(more) ?? more
      } catch {
        reader.note("portRanges", "\(error)")
        return nil
      }
    }
    return ports
  }
}
