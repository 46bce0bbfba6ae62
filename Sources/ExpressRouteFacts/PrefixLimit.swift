/// How many prefixes ExpressRoute takes, and what happens beyond.
///
/// - Source: `limits.tsv`, row by row.
public struct PrefixLimit: Sendable, Hashable {
  /// What is counted.
  public enum Kind: String, Sendable, Hashable {
    /// Prefixes from on-premises over private peering, per BGP session.
    case privatePrefixes
    /// Prefixes of the customer over Microsoft peering, per BGP session.
    case microsoftPrefixes
    /// Prefixes that a gateway advertises to a circuit, per connection.
    case advertisedPrefixes
  }

  public let ipv4: Int
  public let ipv6: Int
  /// What exceeding it does.
  public let effect: String
  public let source: String

  /// The limit of a circuit.
  public static func of(_ kind: Kind, isPremium: Bool) -> PrefixLimit? {
    let tier = isPremium ? "premium" : "standard"
    let row = FactRows.limits.rows.first { $0.count == 6 && $0[0] == kind.rawValue && ($0[1].isEmpty || $0[1] == tier) }
    guard let row, let ipv4 = Int(row[2]), let ipv6 = Int(row[3]) else { return nil }
    return PrefixLimit(ipv4: ipv4, ipv6: ipv6, effect: String(row[4]), source: String(row[5]))
  }
}
