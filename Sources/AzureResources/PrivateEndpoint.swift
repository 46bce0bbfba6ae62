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
  /// The public names in `customDnsConfigs`, in lower case; empty where a private DNS zone group holds them.
  public let dnsNames: [String]
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
    var names: [String] = []
    for configuration in properties["ipConfigurations"]?.elements.map({ $0 }) ?? [] {
      found += reader.address("privateIPAddress", in: configuration.properties).map { [$0] } ?? []
    }
    for configuration in properties["customDnsConfigs"]?.elements.map({ $0 }) ?? [] {
      found += reader.addresses("ipAddresses", in: configuration)
      names += configuration["fqdn"]?.string.map { [$0.lowercased()] } ?? []
    }
    dnsNames = names
    addresses = found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
