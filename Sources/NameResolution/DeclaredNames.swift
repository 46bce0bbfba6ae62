public import AzureResources
public import IPAddressing

/// What no configuration of Azure holds of names: DNS servers of one's own, hosts files, and what public DNS answers.
public struct DeclaredNames: Sendable, Hashable {
  public internal(set) var servers: [DeclaredServer] = []
  /// The servers that machines outside Azure ask; nil where nobody says.
  public internal(set) var onPremisesServers: [IPAddress]?
  /// Lines of hosts files.
  public internal(set) var hosts: [HostsEntry] = []
  /// What public DNS answers.
  var publicRecords = ZoneRecords()

  /// Nothing beyond the configuration.
  public init() {}

  /// A line of a hosts file.
  public struct HostsEntry: Sendable, Hashable {
    /// Whose file it is; nil for machines outside Azure.
    public let owner: ResourceID?
    public let address: IPAddress
    public let names: [DomainName]
  }

  /// Adds what another declaration says; of servers with one address the first counts.
  public mutating func merge(_ other: DeclaredNames) {
    let known = Set(servers.flatMap(\.addresses))
    servers += other.servers.filter { server in !server.addresses.contains(where: known.contains) }
    onPremisesServers = onPremisesServers ?? other.onPremisesServers
    hosts += other.hosts
    publicRecords.merge(other.publicRecords)
  }
}

extension ZoneRecords {
  mutating func merge(_ other: ZoneRecords) {
    for name in other.names {
      for set in other.sets(at: name) { add(set, at: name) }
    }
  }
}
