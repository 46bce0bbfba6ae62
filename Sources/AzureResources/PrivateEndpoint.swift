public import IPAddressing
internal import JSONReading

/// A private endpoint: a NIC in a subnet that stands for a resource elsewhere.
public struct PrivateEndpoint: Sendable, Hashable {
  public let id: ResourceID
  public let location: String?
  public let subnet: ResourceID?
  public let networkInterfaces: [ResourceID]
  public let connections: [PrivateLinkServiceConnection]
  /// The addresses that the resource itself lists: in `ipConfigurations` and `customDnsConfigs`.
  public let addresses: [IPAddress]
  public let applicationSecurityGroups: [ResourceID]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    location = json["location"]?.string
    subnet = reader.reference("subnet")
    applicationSecurityGroups = reader.references("applicationSecurityGroups")
    networkInterfaces = reader.references("networkInterfaces")
    let lists = [properties["privateLinkServiceConnections"], properties["manualPrivateLinkServiceConnections"]]
    connections = lists.compactMap { $0 }.flatMap { $0.elements.map(PrivateLinkServiceConnection.init) }
    var found: [IPAddress] = []
    for configuration in properties["ipConfigurations"]?.elements.map({ $0 }) ?? [] {
      found += reader.address("privateIPAddress", in: configuration.properties).map { [$0] } ?? []
    }
    for configuration in properties["customDnsConfigs"]?.elements.map({ $0 }) ?? [] {
      found += reader.addresses("ipAddresses", in: configuration)
    }
    addresses = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
