internal import IPAddressing
internal import JSONReading

/// A network manager's rule, which comes before all network security groups.
public struct SecurityAdminRule: Sendable, Hashable {
  /// The rule as far as it needs no network group: a side that names some has its other addresses here.
  public let rule: SecurityRule
  /// The network groups whose members' addresses the sides cover too.
  public let sourceGroups: [ResourceID]
  public let destinationGroups: [ResourceID]

  public var id: ResourceID { rule.id }

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    let properties = json.properties
    guard let priority = properties["priority"]?.integer.flatMap({ Int(exactly: $0) }),
      let direction: TrafficDirection = reader.choice("direction"),
      let access: SecurityRuleAccess = reader.choice("access"),
      let transport = Self.transport(properties["protocol"], &reader)
    else {
      reader.note("priority", "the rule lacks a priority, direction, access or protocol")
      return nil
    }
    let source = Self.side(properties["sources"], &reader)
    let destination = Self.side(properties["destinations"], &reader)
    // Network Manager takes absent ports for any.
    let sourcePorts = SecurityRule.ports(nil, properties["sourcePortRanges"], &reader)
    let destinationPorts = SecurityRule.ports(nil, properties["destinationPortRanges"], &reader)
    rule = SecurityRule(
      id: id, priority: priority, direction: direction, access: access, transport: transport, source: source.scope,
      sourcePorts: sourcePorts ?? .any, destination: destination.scope, destinationPorts: destinationPorts ?? .any,
      gap: reader.issues.isEmpty ? nil : "a part of security admin rule \(id.name)")
    sourceGroups = source.groups
    destinationGroups = destination.groups
  }

  /// `Any` is what rules of groups write as `*`.
  private static func transport(_ json: JSONCursor?, _ reader: inout ResourceReader) -> SecurityRuleProtocol? {
    if json?.matches("Any") == true { return .any }
    return reader.choice("protocol")
  }

  /// One side: a list of `{"addressPrefix", "addressPrefixType"}` (routing semantics D-104).
  private static func side(
    _ list: JSONCursor?, _ reader: inout ResourceReader
  ) -> (scope: SecurityRuleScope, groups: [ResourceID]) {
    var prefixes: [IPPrefix] = []
    var tags: [String] = []
    var groups: [ResourceID] = []
    for element in list?.elements.map({ $0 }) ?? [] {
      guard let text = element["addressPrefix"]?.string else { continue }
      if text == "*" || text.lowercased() == "any" { return (.any, []) }
      if let group = ResourceID(text), group.kind == .networkGroup {
        groups.append(group)
      } else if case .serviceTag(let tag)? = RouteDestination(serviceTag: text) {
        tags.append(tag)
      } else if let prefix = try? IPPrefix(text, hostBits: .masked) {
        prefixes.append(prefix)
      } else {
        reader.note("addressPrefix", "\"\(text.prefix(60))\" is no prefix, service tag or network group")
      }
    }
    let set = IPAddressSet(prefixes: prefixes)
    if !tags.isEmpty { return (.serviceTags(tags, set), groups) }
    return (prefixes.isEmpty && groups.isEmpty ? .unknown : .prefixes(set), groups)
  }
}
