internal import JSONReading

/// A load balancer: its front ends, its pools and the rules that join them. Only `Standard` ones are closed until a filter allows (D-013).
public struct LoadBalancer: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let sku: String?
  public let frontends: [IPConfiguration]
  /// The public prefixes that front ends take their addresses from, by front end.
  public let frontendPrefixes: [ResourceID: ResourceID]
  public let rules: [LoadBalancingRule]
  public var backendPools: [LoadBalancerBackendPool]
  public let outboundRules: [OutboundRule]
  public var inboundNATRules: [InboundNATRule]
  public let probes: [LoadBalancerProbe]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    sku = json["sku"]?["name"]?.string
    frontends = reader.children("frontendIPConfigurations", type: "frontendIPConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    let prefixes = reader.children("frontendIPConfigurations", type: "frontendIPConfigurations") { _, id, reader in
      reader.reference("publicIPPrefix").map { (id, $0) }
    }
    frontendPrefixes = Dictionary(prefixes) { first, _ in first }
    rules = reader.children("loadBalancingRules", type: "loadBalancingRules") {
      LoadBalancingRule($0, id: $1, reader: &$2)
    }
    backendPools = reader.children("backendAddressPools", type: "backendAddressPools") {
      LoadBalancerBackendPool($0, id: $1, reader: &$2)
    }
    outboundRules = reader.children("outboundRules", type: "outboundRules") {
      OutboundRule($0, id: $1, reader: &$2)
    }
    inboundNATRules = reader.children("inboundNatRules", type: "inboundNatRules") {
      InboundNATRule($0, id: $1, reader: &$2)
    }
    probes = reader.children("probes", type: "probes") { LoadBalancerProbe($0, id: $1, reader: &$2) }
  }

  /// Whether a front end has a public address.
  public func isPublic(_ frontend: IPConfiguration) -> Bool {
    frontend.publicIPAddress != nil || frontendPrefixes[frontend.id] != nil
  }
}
