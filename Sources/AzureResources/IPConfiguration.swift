public import IPAddressing
internal import JSONReading

/// One address of a NIC, gateway, firewall or load-balancer front end.
public struct IPConfiguration: Sendable, Hashable {
  public let id: ResourceID
  public let privateIPAddress: IPAddress?
  public let subnet: ResourceID?
  public let publicIPAddress: ResourceID?
  public let primary: Bool
  public let applicationSecurityGroups: [ResourceID]
  public let loadBalancerBackendAddressPools: [ResourceID]
  public let loadBalancerInboundNATRules: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    privateIPAddress = reader.address("privateIPAddress")
    subnet = reader.reference("subnet")
    publicIPAddress = reader.reference("publicIPAddress")
    primary = reader.flag("primary") ?? false
    applicationSecurityGroups = reader.references("applicationSecurityGroups")
    loadBalancerBackendAddressPools = reader.references("loadBalancerBackendAddressPools")
    loadBalancerInboundNATRules = reader.references("loadBalancerInboundNatRules")
  }
}
