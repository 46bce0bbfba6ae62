public import AzureResources

/// One link of the chain from a name to its address.
public struct NameLink: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// A server is asked.
    case server
    /// A server hands the question on.
    case forward
    /// A record answers.
    case record
    /// The service answers itself, with a public address that is in no snapshot.
    case service
    /// Who answers has no such name, or no record of the type.
    case absence
    /// Nobody answers.
    case failure
    /// What follows is in no snapshot.
    case unknown
  }

  /// Who gives a link.
  public enum Origin: String, Sendable, Hashable {
    /// The asking machine's own hosts file.
    case hostsFile
    /// The settings of the asking NIC or network.
    case configuration
    /// A private DNS zone that is linked to the network.
    case privateZone = "privateDnsZone"
    /// A machine that entered itself into a zone.
    case registration
    /// Azure's own names for machines, `internal.cloudapp.net`.
    case internalName
    /// Azure's resolver, 168.63.129.16.
    case azureResolver
    /// A DNS private resolver or its ruleset.
    case privateResolver = "dnsResolver"
    /// A firewall's DNS proxy.
    case firewall
    /// A server that somebody described.
    case declaredServer
    /// A public DNS zone of the snapshot.
    case publicZone = "dnsZone"
    /// The name of a public address of the snapshot, which public DNS knows.
    case publicAddress = "publicIPAddress"
    /// Public DNS. The snapshot doesn't hold it: it gives an alias for every resource with a private endpoint.
    case publicDNS = "publicDns"
  }

  public let kind: Kind
  /// The name that is asked for.
  public let name: String
  /// A record's type; nil for other links.
  public let recordType: RecordType?
  /// A record's address or name, or the address of a server; empty where there is none.
  public let value: String
  /// How long a record may be kept, in seconds.
  public let timeToLive: Int?
  public let origin: Origin
  /// The resource that decided it; nil where none of the snapshot did.
  public let resource: ResourceID?
  /// The link in words.
  public let summary: String

  init(
    _ kind: Kind, _ name: DomainName, _ summary: String, origin: Origin, resource: ResourceID? = nil,
    type: RecordType? = nil, value: String = "", timeToLive: Int? = nil
  ) {
    self.kind = kind
    self.name = name.text
    self.summary = summary
    self.origin = origin
    self.resource = resource
    recordType = type
    self.value = value
    self.timeToLive = timeToLive
  }
}
