public import IPAddressing

/// Lines of a hosts file: for tests, where DNS isn't ready yet.
///
/// - Source: troubleshoot-network-connectivity (Azure Migrate): "This option is recommended only for testing".
public enum HostsFile {
  /// A line for each name and address, in the order given. A key vault's and a storage account's line has the public
  /// name, which is what the appliance asks for; the services' have their privatelink names.
  public static func lines(_ entries: [(name: String, addresses: [IPAddress])], in cloud: MigrateCloud) -> [String] {
    var seen: Set<String> = []
    return entries.flatMap { entry -> [String] in
      let name = publicName(of: entry.name, in: cloud)
      return entry.addresses.map { "\($0)\t\(name)" }
    }.filter { seen.insert($0).inserted }
  }

  private static func publicName(of name: String, in cloud: MigrateCloud) -> String {
    guard let kind = MigrateEndpointKind.of(name: name, in: cloud), kind.usesAlias, name.hasSuffix("." + kind.zone),
      let record = kind.recordName(of: name)
    else { return name }
    return "\(record).\(kind.suffix)"
  }
}
