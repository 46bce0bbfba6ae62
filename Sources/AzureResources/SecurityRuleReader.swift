internal import IPAddressing
internal import JSONReading

/// Reads the rules of groups as Azure writes them: an estate has hundreds of thousands. What is written in any other
/// way, or can't be read, is left to the plain form, `SecurityRule.init(_:id:reader:)`, with which it agrees.
///
/// Sides and ports are read once for each text, and all rules that have the text share what was read.
struct SecurityRuleReader {
  private var scopes = TextTable<SecurityRuleScope>()
  private var ports = TextTable<PortSet>()
  private var key = TextKey()

  /// A group, and how the ids of its rules begin.
  struct Group {
    let id: ResourceID
    fileprivate let start: [UInt8]

    init(_ id: ResourceID) {
      self.id = id
      start = Array(id.text.utf8) + Array("/\(SecurityRuleIdentity.List.own.type)/".utf8)
    }
  }

  /// nil for what the plain form has to read.
  mutating func rule(_ element: JSONCursor, of group: Group) -> SecurityRule? {
    let (id, nested) = Self.members(of: element)
    guard let id, let name = Self.name(id.utf8, in: group) else { return nil }
    let fields = SecurityRuleFields(nested.flatMap { $0.isObject ? $0 : nil } ?? element)
    guard let priority = fields.priority?.integer.flatMap({ Int(exactly: $0) }),
      let direction = fields.direction.flatMap(Self.direction), let access = fields.access.flatMap(Self.access),
      let transport = fields.transport.flatMap(Self.transport),
      let source = scope(fields.source, element, group),
      let destination = scope(fields.destination, element, group),
      let from = ports(fields.source, element, group), let to = ports(fields.destination, element, group)
    else { return nil }
    return SecurityRule(
      .member(of: group.id, .own, name: name), priority: priority, direction: direction, access: access,
      transport: transport, source: source, sourcePorts: from, destination: destination, destinationPorts: to)
  }

  /// The id and the properties, the first of each, found in one pass.
  private static func members(of element: JSONCursor) -> (id: JSONCursor?, properties: JSONCursor?) {
    var id: JSONCursor?
    var properties: JSONCursor?
    element.forEachMember { key, value in
      switch key.utf8.count {
      case 2 where id == nil && key.matches("id"): id = value
      case 10 where properties == nil && key.matches("properties"): properties = value
      default: break
      }
    }
    return (id, properties)
  }

  /// The rule's name, where its id is the group's with nothing but the name behind it.
  private static func name(_ id: UnsafeBufferPointer<UInt8>, in group: Group) -> String? {
    let start = group.start.count
    guard id.count > start, id.count <= ResourceID.Layout.maximumLength,
      group.start.withUnsafeBufferPointer({ $0.isEqual(UnsafeBufferPointer(rebasing: id[..<start])) })
    else { return nil }
    let name = UnsafeBufferPointer(rebasing: id[start...])
    return name.contains(UInt8(ascii: "/")) ? nil : String(decoding: name, as: UTF8.self)
  }

  private static func direction(_ value: JSONCursor) -> TrafficDirection? {
    value.matches("Inbound") ? .inbound : value.matches("Outbound") ? .outbound : nil
  }

  private static func access(_ value: JSONCursor) -> SecurityRuleAccess? {
    value.matches("Allow") ? .allow : value.matches("Deny") ? .deny : nil
  }

  private static func transport(_ value: JSONCursor) -> SecurityRuleProtocol? {
    if value.matches("Tcp") { return .tcp }
    if value.matches("*") { return .any }
    return value.matches("Udp") ? .udp : value.matches("Icmp") ? .icmp : nil
  }

  private mutating func scope(_ side: SecurityRuleFields.Side, _ element: JSONCursor, _ group: Group)
    -> SecurityRuleScope?
  {
    var key = TextKey()
    swap(&key, &self.key)
    defer { swap(&key, &self.key) }
    return key.withText(side.prefix, side.prefixes, side.groups) { text in
      scopes.value(of: text) {
        var reader = ResourceReader(element, owner: group.id)
        let scope = SecurityRuleScope(side.prefix, side.prefixes, groups: side.groups?.references ?? [], &reader)
        return reader.issues.isEmpty ? scope : nil
      }
    }
  }

  private mutating func ports(_ side: SecurityRuleFields.Side, _ element: JSONCursor, _ group: Group) -> PortSet? {
    var key = TextKey()
    swap(&key, &self.key)
    defer { swap(&key, &self.key) }
    return key.withText(side.port, side.ports, nil) { text in
      ports.value(of: text) {
        var reader = ResourceReader(element, owner: group.id)
        return SecurityRule.ports(side.port, side.ports, &reader)
      }
    }
  }
}
