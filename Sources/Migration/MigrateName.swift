public import IPAddressing

/// A name that the appliance asks for, and the addresses that it should get.
public struct MigrateName: Sendable, Hashable {
  /// In lower case.
  public let name: String
  /// Nil for a name that is none of Azure Migrate's.
  public let kind: MigrateEndpointKind?
  /// What the private endpoint has; empty where the snapshot doesn't hold it.
  public let configured: [IPAddress]
  /// What the DNS settings file has; empty where it doesn't list the name.
  public let listed: [IPAddress]
  /// The endpoint, as an index of `Estate.privateEndpoints`.
  public let endpoint: Int?

  /// What the name should resolve to: the endpoint's own word comes before a file's, which may be older.
  public var expected: [IPAddress] { configured.isEmpty ? listed : configured }
}
