/// The ports that clients of a sub-resource connect to.
///
/// - Source: `private-link-ports.tsv`, row by row.
public struct ServicePort: Sendable, Hashable {
  public let resourceType: String
  public let groupIDs: [String]
  /// The usual one first.
  public let ports: [UInt16]
  /// Whether a connection starts with TLS.
  public let startsWithTLS: Bool

  init?(_ row: [String]) {
    guard row.count == 5 else { return nil }
    resourceType = row[0]
    groupIDs = PrivateLinkTable.list(row[1])
    ports = PrivateLinkTable.list(row[2]).compactMap { UInt16($0) }
    startsWithTLS = row[3] == "yes"
  }
}
