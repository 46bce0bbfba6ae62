internal import JSONReading

/// A load balancer: its front ends, its pools and the rules that join them.
public struct LoadBalancer: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let sku: String?
  public let frontends: [IPConfiguration]
  public let rules: [LoadBalancingRule]
  public let backendPools: [LoadBalancerBackendPool]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    location = json["location"]?.string
    sku = json["sku"]?["name"]?.string
    frontends = reader.children("frontendIPConfigurations", type: "frontendIPConfigurations") {
      IPConfiguration($0, id: $1, reader: &$2)
    }
    rules = reader.children("loadBalancingRules", type: "loadBalancingRules") {
      LoadBalancingRule($0, id: $1, reader: &$2)
    }
    backendPools = reader.children("backendAddressPools", type: "backendAddressPools") {
      LoadBalancerBackendPool($0, id: $1, reader: &$2)
    }
  }
}
