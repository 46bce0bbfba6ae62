internal import AzureResources
internal import IPAddressing

/// The NICs that have an address, whichever network they are in.
struct InterfaceAddressIndex: Sendable {
  /// IPv4 addresses in order, each before the NIC's index, in one number.
  private let v4: [UInt64]
  private let v6: [IPv6Address: [Int]]

  /// - Complexity: O(n log n).
  init(_ interfaces: [NetworkInterface]) {
    var v4: [UInt64] = []
    var v6: [IPv6Address: [Int]] = [:]
    v4.reserveCapacity(interfaces.count)
    for index in interfaces.indices {
      for configuration in interfaces[index].ipConfigurations {
        switch configuration.privateIPAddress {
        case .v4(let address): v4.append(UInt64(address.bits) << 32 | UInt64(index))
        case .v6(let address): v6[address, default: []].append(index)
        case nil: break
        }
      }
    }
    v4.sort()
    (self.v4, self.v6) = (v4, v6)
  }

  /// The NICs with an address, in order, each once.
  ///
  /// - Complexity: O(log n + found).
  func interfaces(with address: IPAddress) -> [Int] {
    switch address {
    case .v6(let address): return v6[address]?.reduce(into: []) { if $0.last != $1 { $0.append($1) } } ?? []
    case .v4(let address):
      let first = UInt64(address.bits) << 32
      var (low, high) = (0, v4.count)
      while low < high {
        let middle = (low + high) / 2
        if v4[middle] < first { low = middle + 1 } else { high = middle }
      }
      var found: [Int] = []
      while low < v4.count, v4[low] >> 32 == UInt64(address.bits) {
        let index = Int(v4[low] & 0xffff_ffff)
        if found.last != index { found.append(index) }
        low += 1
      }
      return found
    }
  }
}
