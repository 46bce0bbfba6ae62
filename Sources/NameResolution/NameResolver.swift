public import AzureResources
public import Estate

/// Answers what a name's address is, from configuration: the asking NIC's servers, Azure's resolver with the private
/// zones that are linked, private resolvers, firewalls' proxies, servers that somebody described, and the aliases that
/// public DNS gives for services.
///
/// - Source: private endpoint semantics C.3.
public struct NameResolver: Sendable {
  /// Aliases that are followed; resolvers give up after about as many.
  public static let maximumAliases = 16
  /// Servers that may ask each other.
  public static let maximumServers = 16

  public let directory: NameDirectory
  /// What is read when the first question needs it.
  var memory: NameMemory

  public init(_ directory: NameDirectory) {
    self.directory = directory
    memory = NameMemory(directory)
  }

  public init(_ estate: Estate, declared: DeclaredNames = DeclaredNames()) {
    self.init(NameDirectory(estate, declared: declared))
  }

  /// The answer to one question. No answer is an answer too: every name has one.
  ///
  /// - Parameter types: What is asked for: both kinds of address, or one type.
  /// - Complexity: O(servers + aliases), each O(labels); the first question about a service also reads the private
  ///   endpoints' names, and one about a machine's name the machines of its network.
  public mutating func resolve(
    _ name: DomainName, from asker: NameAsker, types: Set<RecordType> = RecordType.addresses
  ) -> NameAnswer {
    var walk = NameWalk(directory, memory, types)
    let outcome = walk.ask(name, asker)
    memory = walk.memory
    return NameAnswer(name: name, links: walk.links, outcome: outcome, resolverNetworks: walk.networks)
  }

  /// The names of the estate's private endpoints.
  ///
  /// - Complexity: O(private endpoints) for the first call.
  public mutating func endpointNames() -> EndpointNames { memory.endpointNames() }

  /// The servers that an asker's configuration names, in order, and the resource that names them; none for Azure's own.
  public func servers(of asker: NameAsker) -> (addresses: [String], source: ResourceID?) {
    NameWalk(directory, memory, []).settings(asker)
  }
}

extension NameResolver {
  /// The answer that a network's hosts would get if it named other servers.
  ///
  /// - Parameter servers: As a network names them; none for Azure's own.
  /// - Complexity: As `resolve`.
  public mutating func resolve(
    _ name: DomainName, inNetwork network: Int, asking servers: [String]
  ) -> NameAnswer {
    var walk = NameWalk(directory, memory, RecordType.addresses)
    let id = directory.estate.virtualNetworks[network].id
    let outcome =
      servers.isEmpty
      ? walk.askAzure(network, name)
      : walk.ask(servers, from: .network(network), name, "\(id.name) names DNS server", id)
    memory = walk.memory
    return NameAnswer(name: name, links: walk.links, outcome: outcome, resolverNetworks: walk.networks)
  }
}
