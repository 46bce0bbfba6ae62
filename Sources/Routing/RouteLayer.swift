internal import IPAddressing

/// Routes with one owner (a network, a gateway, a route table, the platform), shared by all tables that take them.
///
/// Five hundred tables of a large estate differ in a few hundred routes and have thousands in common; a layer is
/// computed and held once.
struct RouteLayer: Sendable {
  let rows: [EffectiveRoute]
  /// Row numbers by prefix.
  let v4: PrefixTable<IPv4Address>
  let v6: PrefixTable<IPv6Address>

  static let empty = RouteLayer([])

  /// - Parameters:
  ///   - rows: The rows in the order of printing.
  ///   - precedence: Where two rows have a prefix in common, the one with the smaller number counts, then the first.
  /// - Complexity: O(n log n) in the number of prefixes.
  init(_ rows: [EffectiveRoute], precedence: [Int]? = nil) {
    self.rows = rows
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
    v4 = PrefixTable(four)
    v6 = PrefixTable(six)
  }

  /// The row with exactly this prefix.
  func row(exactly prefix: IPPrefix) -> Int? {
    switch prefix {
    case .v4(let prefix): v4[prefix].map { Int($0) }
    case .v6(let prefix): v6[prefix].map { Int($0) }
    }
  }

  /// The rows that contain an address, the longest prefix first.
  func matches(_ address: IPAddress) -> [(length: Int, row: Int)] {
    switch address {
    case .v4(let address): v4.matches(address).map { (Int($0.prefix.length), Int($0.value)) }
    case .v6(let address): v6.matches(address).map { (Int($0.prefix.length), Int($0.value)) }
    }
  }

  /// The rows whose prefix is `prefix` or lies in it.
  func rows(within prefix: IPPrefix) -> [Int] {
    switch prefix {
    case .v4(let prefix): v4.covered(by: prefix).map { Int($0.value) }
    case .v6(let prefix): v6.covered(by: prefix).map { Int($0.value) }
    }
  }
}
