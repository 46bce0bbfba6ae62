public import IPAddressing
package import JSONReading

/// A rule of a network security group.
public struct SecurityRule: Sendable, Hashable {
  public let id: ResourceID
  /// Smaller numbers decide first.
  public let priority: Int
  public let direction: TrafficDirection
  public let access: SecurityRuleAccess
  public let transport: SecurityRuleProtocol
  public let source: SecurityRuleScope
  public let destination: SecurityRuleScope
  public let sourcePorts: PortSet
  public let destinationPorts: PortSet

  package init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    guard let priority = properties["priority"]?.integer.flatMap({ Int(exactly: $0) }),
      let direction: TrafficDirection = reader.choice("direction"),
      let access: SecurityRuleAccess = reader.choice("access"),
      let transport: SecurityRuleProtocol = reader.choice("protocol")
    else {
      reader.note("priority", "the rule lacks a priority, direction, access or protocol")
      return nil
    }
    self.priority = priority
    self.direction = direction
    self.access = access
    self.transport = transport
    source = SecurityRuleScope(
      properties["sourceAddressPrefix"], properties["sourceAddressPrefixes"],
      groups: properties.references("sourceApplicationSecurityGroups"), &reader)
    destination = SecurityRuleScope(
      properties["destinationAddressPrefix"], properties["destinationAddressPrefixes"],
      groups: properties.references("destinationApplicationSecurityGroups"), &reader)
    sourcePorts = Self.ports(properties["sourcePortRange"], properties["sourcePortRanges"], &reader)
    destinationPorts = Self.ports(properties["destinationPortRange"], properties["destinationPortRanges"], &reader)
  }

  /// A rule that isn't in any resource: one of the default rules.
  package init(
    id: ResourceID, priority: Int, direction: TrafficDirection, access: SecurityRuleAccess, source: SecurityRuleScope,
    destination: SecurityRuleScope
  ) {
    self.id = id
    self.priority = priority
    self.direction = direction
    self.access = access
    transport = .any
    self.source = source
    self.destination = destination
    sourcePorts = .any
    destinationPorts = .any
  }

  /// The rule's name.
  public var name: Substring { id.name }

  private static func ports(_ one: JSONCursor?, _ several: JSONCursor?, _ reader: inout ResourceReader) -> PortSet {
    let texts = (one?.texts ?? []) + (several?.texts ?? [])
    return texts.reduce(PortSet.empty) { ports, text in
      do throws(PortParseError) {
        return ports.union(try PortSet(text))
      } catch {
        reader.note("portRanges", "\(error)")
        return ports
      }
    }
  }
}
