public import IPAddressing

/// The service tag `Internet`: not everything else, but a fixed list that leaves out private and reserved ranges and
/// some that Microsoft uses inside.
///
/// - Source: `internet-tag-exclusions.tsv`, row by row; routing semantics D-066, D-067.
public enum InternetTag {
  /// The IPv4 addresses of the tag. No recording shows IPv6 addresses in it; global unicast (2000::/3) is taken.
  public static let addresses: IPAddressSet = {
    let excluded = FactTable.internetTagExclusions.rows.compactMap { $0.first.flatMap { try? IPPrefix($0) } }
    var set = IPAddressSet()
    set.v4 = IPAddressSet(prefixes: excluded).v4.complement
    set.v6 = IPAddressSet(prefixes: ["2000::/3"].compactMap { try? IPPrefix($0) }).v6
    return set
  }()
}
