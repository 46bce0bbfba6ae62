import IPAddressing
import Testing
import TestSupport

@Suite("Longest-prefix-match tables")
struct PrefixTableTests {
  private func table(_ texts: [String]) throws -> PrefixTable<IPv4Address> {
    var entries: [(prefix: IPv4Prefix, value: UInt32)] = []
    for (index, text) in texts.enumerated() { entries.append((try IPv4Prefix(text), UInt32(index))) }
    return PrefixTable(entries)
  }

  @Test("The longest prefix wins, and the others follow by length")
  func longest() throws {
    let table = try table(["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.2.3/32", "10.1.3.0/24"])
    let address = try IPv4Address("10.1.2.3")
    #expect(table.longestMatch(address)?.value == 4)
    #expect(table.matches(address).map(\.value) == [4, 3, 2, 1, 0])
    #expect(try table.longestMatch(IPv4Address("10.1.2.4"))?.value == 3)
    #expect(try table.longestMatch(IPv4Address("10.1.4.0"))?.value == 2)
    #expect(try table.longestMatch(IPv4Address("10.2.0.0"))?.value == 1)
    #expect(try table.longestMatch(IPv4Address("11.0.0.0"))?.value == 0)
    #expect(table.longestMatch(.highest)?.prefix == .all)
    #expect(try table.covering(IPv4Prefix("10.1.0.0/20")).map(\.value) == [2, 1, 0])
    #expect(try table.covered(by: IPv4Prefix("10.1.0.0/16")).map(\.value) == [2, 3, 4, 5])
  }

  @Test("Nothing matches outside the prefixes, or in an empty table")
  func noMatch() throws {
    let table = try table(["10.0.0.0/8", "10.0.0.0/9", "12.0.0.0/8"])
    #expect(try table.longestMatch(IPv4Address("9.255.255.255")) == nil)
    #expect(try table.longestMatch(IPv4Address("11.0.0.0")) == nil)
    #expect(try table.matches(IPv4Address("13.0.0.0")).isEmpty)
    let empty = PrefixTable<IPv4Address>()
    #expect(empty.isEmpty && empty.longestMatch(.lowest) == nil && empty.matches(.highest).isEmpty)
    #expect(empty.covered(by: .all).isEmpty && empty.covering(.all).isEmpty && empty[.all] == nil)
  }

  @Test("Of equal prefixes the last one counts")
  func duplicates() throws {
    let table = try table(["10.0.0.0/8", "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.0.0/8"])
    #expect(table.count == 3)
    #expect(try table[IPv4Prefix("10.0.0.0/8")] == 4)
    #expect(try table[IPv4Prefix("10.0.0.0/16")] == 3)
    #expect(try table[IPv4Prefix("10.0.0.0/12")] == nil)
    #expect(table.entries.map(\.value) == [1, 4, 3])
  }

  @Test("Tables of the same entries are equal, in whatever order they were given")
  func equality() throws {
    #expect(try table(["10.0.0.0/8", "10.0.0.0/8"]) != table(["10.0.0.0/8"]))
    let entries: [(prefix: IPv4Prefix, value: UInt32)] = [
      (.all, 7), (IPv4Prefix(IPv4Address(10, 0, 0, 0), length: 8), 8),
    ]
    #expect(PrefixTable(entries) == PrefixTable(entries.reversed()))
  }

  @Test("An entry takes 13 bytes for IPv4 and 25 for IPv6, and an empty table none")
  func memory() {
    func perEntry<Address: InternetAddress>(_: Address.Type, length: UInt8) -> Double {
      let count = 10_000
      let table = PrefixTable<Address>(
        (0..<count).map { index in
          let bits = Address.Bits(truncatingIfNeeded: index) << Address.Bits(Address.bitWidth - Int(length))
          return (Prefix(Address(bits: bits), length: length), 0)
        })
      #expect(table.count == count)
      return Double(table.memoryBytes) / Double(count)
    }
    #expect(abs(perEntry(IPv4Address.self, length: 24) - 13) < 0.2)
    #expect(abs(perEntry(IPv6Address.self, length: 64) - 25) < 0.2)
    #expect(PrefixTable<IPv4Address>().memoryBytes == 0)
  }

  @Test("Every question is answered as by looking through a list", arguments: 100..<130 as Range<UInt64>)
  func againstList(seed: UInt64) {
    compare(IPv4Address.self, seed: seed)
    compare(IPv6Address.self, seed: seed)
  }

  private func compare<Address: InternetAddress>(_ family: Address.Type, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let entries = generator.entries(family, atMost: 60)
      let table = PrefixTable(entries)
      let naive = NaivePrefixTable(entries)
      #expect(Array(table.entries) == naive.entries, "seed \(seed)")
      for _ in 0..<25 {
        let prefix: Prefix<Address> = entries.randomElement(using: &generator)?.prefix ?? generator.prefix()
        let address: Address = generator.address()
        for address in [address, prefix.first, prefix.last, prefix.first.predecessor, prefix.last.successor] {
          guard let address else { continue }
          let expected = naive.matches(address)
          #expect(Array(table.matches(address)) == expected, "seed \(seed), \(address)")
          #expect(table.longestMatch(address) == expected.first, "seed \(seed), \(address)")
        }
        for prefix in [prefix, generator.prefix()] {
          #expect(table.covering(prefix) == naive.covering(prefix), "seed \(seed), \(prefix)")
          #expect(Array(table.covered(by: prefix)) == naive.covered(by: prefix), "seed \(seed), \(prefix)")
          #expect(table[prefix] == naive.entries.first { $0.prefix == prefix }?.value, "seed \(seed), \(prefix)")
        }
      }
    }
  }
}
