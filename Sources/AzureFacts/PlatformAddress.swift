public import IPAddressing

/// An address at which the platform itself serves its hosts. Rules of network security groups count for it only where
/// they name its service tag.
///
/// - Source: `platform-addresses.tsv`, row by row; routing semantics D-027, D-080, D-081.
public struct PlatformAddress: Sendable, Hashable {
  /// The tag, such as `AzurePlatformDNS`.
  public let tag: String
  public let prefix: IPPrefix
  /// The destination ports at which plain rules don't count.
  public let ports: PortSet

  public static let all: [PlatformAddress] = FactTable.platformAddresses.rows.compactMap { row in
    guard row.count == 4, let prefix = try? IPPrefix(row[1]), let ports = try? PortSet(row[2]) else { return nil }
    return PlatformAddress(tag: String(row[0]), prefix: prefix, ports: ports)
  }

  /// Whether plain rules don't count for traffic to an address and port; nil stands for any port.
  public static func isExempt(_ address: IPAddress, port: UInt16?) -> Bool {
    all.contains { $0.prefix.contains(address) && (port.map($0.ports.contains) ?? ($0.ports == .any)) }
  }

  /// Whether a service tag is one of those that make rules count for the platform's addresses.
  public static func isTag(_ name: String) -> Bool { all.contains { $0.tag.lowercased() == name.lowercased() } }

  /// The addresses of each tag, by its name in lower case.
  public static let addresses: [String: IPAddressSet] = Dictionary(
    grouping: all, by: { $0.tag.lowercased() }
  ).mapValues { IPAddressSet(prefixes: $0.map(\.prefix)) }
}
