internal import IPAddressing

/// Which things' prefixes contain an address: things are numbers, and several may have one prefix.
struct AddressSpaceIndex: Sendable {
  /// Prefixes with the place of their owners in `owners`.
  private let v4: PrefixTable<IPv4Address>
  private let v6: PrefixTable<IPv6Address>
  private let owners: [[Int]]

  /// - Parameter spaces: The prefixes of each thing, things in the order of their numbers.
  /// - Complexity: O(n log n) in the number of prefixes.
  init(_ spaces: some Sequence<[IPPrefix]>) {
    var owners: [[Int]] = []
    var places: [IPPrefix: Int] = [:]
    for (number, prefixes) in spaces.enumerated() {
      for prefix in prefixes {
        if let place = places[prefix] {
          if owners[place].last != number { owners[place].append(number) }
        } else {
          places[prefix] = owners.count
          owners.append([number])
        }
      }
    }
    self.owners = owners
    v4 = PrefixTable(
      places.compactMap { prefix, place in
        if case .v4(let prefix) = prefix { (prefix, UInt32(place)) } else { nil }
      })
    v6 = PrefixTable(
      places.compactMap { prefix, place in
        if case .v6(let prefix) = prefix { (prefix, UInt32(place)) } else { nil }
      })
  }

  /// The things with a prefix that contains the address, in order, each once.
  ///
  /// - Complexity: O(log n + found).
  func owners(of address: IPAddress) -> [Int] {
    let places: [UInt32] =
      switch address {
      case .v4(let address): v4.matches(address).map(\.value)
      case .v6(let address): v6.matches(address).map(\.value)
      }
    guard places.count > 1 else { return places.first.map { owners[Int($0)] } ?? [] }
    return Set(places.flatMap { owners[Int($0)] }).sorted()
  }
}
