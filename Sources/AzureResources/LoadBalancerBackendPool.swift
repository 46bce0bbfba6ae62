public import IPAddressing
internal import JSONReading

/// A backend pool of a load balancer. Its members name the pool, or the pool names them, by configuration or address.
public struct LoadBalancerBackendPool: Sendable, Hashable {
  public let id: ResourceID
  /// The ip configurations that the pool names.
  public let ipConfigurations: [ResourceID]
  /// The addresses of a pool that is made of addresses.
  public let addresses: [IPAddress]
  /// The network of a pool that is made of addresses, where it says so.
  public let virtualNetwork: ResourceID?

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    var configurations = properties.references("backendIPConfigurations")
    var addresses: [IPAddress] = []
    var network = properties.reference("virtualNetwork")
    for member in properties["loadBalancerBackendAddresses"]?.elements.map({ $0 }) ?? [] {
      addresses += reader.address("ipAddress", in: member.properties).map { [$0] } ?? []
      configurations += member.properties.reference("networkInterfaceIPConfiguration").map { [$0] } ?? []
      network =
        network ?? member.properties.reference("virtualNetwork") ?? member.properties.reference("subnet")?.parent
    }
    ipConfigurations = configurations
    virtualNetwork = network
    self.addresses = addresses
  }

  /// Whether a NIC's configuration is in the pool.
  public func contains(_ configuration: IPConfiguration) -> Bool {
    ipConfigurations.contains(configuration.id)
      || (configuration.privateIPAddress.map { addresses.contains($0) } ?? false)
  }
}
