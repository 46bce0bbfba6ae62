internal import AzureResources
internal import Estate
internal import IPAddressing

/// Which network has an address in its address space.
struct NetworkSpaces: Sendable {
  private let v4: PrefixTable<IPv4Address>
  private let v6: PrefixTable<IPv6Address>

  /// - Complexity: O(n log n) in the number of prefixes.
  init(_ estate: Estate) {
    var four: [(prefix: IPv4Prefix, value: UInt32)] = []
    var six: [(prefix: IPv6Prefix, value: UInt32)] = []
    for (index, network) in estate.virtualNetworks.enumerated() {
      for prefix in network.addressPrefixes {
        switch prefix {
        case .v4(let prefix): four.append((prefix, UInt32(index)))
        case .v6(let prefix): six.append((prefix, UInt32(index)))
        }
      }
    }
    v4 = PrefixTable(four)
    v6 = PrefixTable(six)
  }

  /// The network with the longest prefix that contains the address.
  ///
  /// - Complexity: O(log n).
  func network(containing address: IPAddress) -> Int? {
    switch address {
    case .v4(let address): v4.longestMatch(address).map { Int($0.value) }
    case .v6(let address): v6.longestMatch(address).map { Int($0.value) }
    }
  }

  /// The networks with a prefix that lies in `prefix`, or that contains it.
  ///
  /// - Complexity: O(log n + networks found).
  func networks(overlapping prefix: IPPrefix) -> [Int] {
    let found =
      switch prefix {
      case .v4(let prefix): v4.covered(by: prefix).map { Int($0.value) } + v4.covering(prefix).map { Int($0.value) }
      case .v6(let prefix): v6.covered(by: prefix).map { Int($0.value) } + v6.covering(prefix).map { Int($0.value) }
      }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
