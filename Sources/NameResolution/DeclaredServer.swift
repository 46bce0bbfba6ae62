public import AzureResources
public import IPAddressing

/// A DNS server that somebody described: what it answers itself and what it hands on.
public struct DeclaredServer: Sendable, Hashable {
  /// What it does with names that no zone and no rule is for.
  public enum Otherwise: Sendable, Hashable {
    /// Asks these servers, in order.
    case servers([IPAddress])
    /// Asks public DNS itself.
    case recursion
    /// Refuses.
    case refusal
    /// Nobody said.
    case unknown
  }

  /// What it does with an alias that another server's answer leads over.
  public enum AliasHandling: String, Sendable, Hashable {
    /// Takes the other server's answer as it is.
    case trust
    /// Asks for the alias's target by its own rules.
    case restart
  }

  public let name: String
  /// Where it is reached.
  public let addresses: [IPAddress]
  /// The machine that it is; nil for one outside the snapshot.
  public let resource: ResourceID?
  /// The zones that it has itself.
  let zones: [DomainName: ZoneRecords]
  /// The servers that it asks for a domain, in order.
  let forwarders: [DomainName: [IPAddress]]
  public let otherwise: Otherwise
  public let aliases: AliasHandling
  /// The addresses that it listens at; nil for all of its own.
  let listensOn: [IPAddress]?

  /// Whether it answers at an address.
  func listens(at address: IPAddress) -> Bool {
    guard let listensOn else { return true }
    return listensOn.contains { $0 == address || $0.description == "0.0.0.0" || $0.description == "::" }
  }
}
