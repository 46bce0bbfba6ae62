internal import IPAddressing

/// Routes with one owner (a network, a gateway, a route table, the platform), shared by all tables that take them.
///
/// Five hundred tables of a large estate differ in a few hundred routes and have thousands in common; a layer is
/// computed and held once, and known by its identity.
final class RouteLayer: Sendable {
  let rows: [EffectiveRoute]
  /// Row numbers by prefix.
  let v4: PrefixTable<IPv4Address>
  let v6: PrefixTable<IPv6Address>
  /// Rows with a prefix that another row of the layer holds: overlapping networks, tags that share prefixes.
  let sharing: [Int]
  /// Each row's precedence at equal length, and whether learned routes don't count beside it: what a choice looks at.
  let ranks: [Int8]
  let preferred: [Bool]
  /// How many rows have IPv6 prefixes alone.
  let countOfIPv6Rows: Int

  static let empty = RouteLayer([])

  /// - Parameters:
  ///   - rows: The rows in the order of printing.
  ///   - precedence: Where two rows have a prefix in common, the one with the smaller number counts, then the first.
  /// - Complexity: O(n log n) in the number of prefixes.
  init(_ rows: [EffectiveRoute], precedence: [Int]? = nil) {
    self.rows = rows
    ranks = rows.map { Int8(truncatingIfNeeded: $0.rankAtEqualLength) }
    preferred = rows.map(\.isPreferredOverLearned)
    var four: [(prefix: IPv4Prefix, value: UInt32)] = []
    var six: [(prefix: IPv6Prefix, value: UInt32)] = []
    var order = Array(rows.indices)
    if let precedence { order.sort { (precedence[$0], $0) < (precedence[$1], $1) } }
    for number in order.reversed() {
      for prefix in rows[number].addressPrefixes {
        switch prefix {
        case .v4(let prefix): four.append((prefix, UInt32(number)))
        case .v6(let prefix): six.append((prefix, UInt32(number)))
        }
      }
    }
    let (v4, v6) = (PrefixTable(four), PrefixTable(six))
    (self.v4, self.v6) = (v4, v6)
    countOfIPv6Rows = rows.count { $0.isIPv6Only }
    guard v4.count + v6.count < four.count + six.count else {
      sharing = []
      return
    }
    sharing = rows.indices.filter { number in
      rows[number].addressPrefixes.contains { prefix in
        switch prefix {
        case .v4(let prefix): v4[prefix] != UInt32(number)
        case .v6(let prefix): v6[prefix] != UInt32(number)
        }
      }
    }
  }

  /// The row with exactly this prefix; of several the one that counts.
  func row(exactly prefix: IPPrefix) -> Int? {
    switch prefix {
    case .v4(let prefix): v4[prefix].map { Int($0) }
    case .v6(let prefix): v6[prefix].map { Int($0) }
    }
  }

  /// All rows with exactly this prefix, the one that counts first.
  func rows(exactly prefix: IPPrefix) -> [Int] {
    guard let first = row(exactly: prefix) else { return [] }
    return [first] + sharing.filter { $0 != first && rows[$0].addressPrefixes.contains(prefix) }
  }

  /// The rows that contain an address, the longest prefix first; of rows with one prefix the one that counts.
  func matches(_ address: IPAddress) -> [(length: Int, row: Int)] {
    switch address {
    case .v4(let address): v4.matches(address).map { (Int($0.prefix.length), Int($0.value)) }
    case .v6(let address): v6.matches(address).map { (Int($0.prefix.length), Int($0.value)) }
    }
  }

  /// The rows with a prefix that is `prefix` or lies in it.
  func rows(within prefix: IPPrefix) -> [Int] {
    let found =
      switch prefix {
      case .v4(let prefix): v4.covered(by: prefix).map { Int($0.value) }
      case .v6(let prefix): v6.covered(by: prefix).map { Int($0.value) }
      }
    return found + sharing.filter { rows[$0].addressPrefixes.contains { prefix.contains($0) } && !found.contains($0) }
  }
}
