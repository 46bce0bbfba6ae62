internal import JSONReading

/// An application gateway, as far as it is a way in: its front ends, the ports on which it listens and its subnets.
public struct ApplicationGateway: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let frontends: [IPConfiguration]
  public let listeners: [ApplicationGatewayListener]
  /// The subnets that its instances are in.
  public let subnets: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    frontends = reader.children("frontendIPConfigurations", type: "frontendIPConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    let ports = reader.children("frontendPorts", type: "frontendPorts") { json, id, _ -> (ResourceID, UInt16)? in
      json.properties["port"]?.integer.flatMap { UInt16(exactly: $0) }.map { (id, $0) }
    }
    let portsByID = Dictionary(ports) { first, _ in first }
    let types = [("httpListeners", "httpListeners"), ("listeners", "listeners")] as [(StaticString, String)]
    listeners = types.flatMap { key, type in
      reader.children(key, type: type) { ApplicationGatewayListener($0, id: $1, ports: portsByID, reader: &$2) }
    }
    subnets = reader.children("gatewayIPConfigurations", type: "gatewayIPConfigurations") { $2.reference("subnet") }
  }
}
