import IPAddressing
import Testing
import TestSupport

@Suite("Tables laid over a shared one")
struct LayeredPrefixTableTests {
  private func table(_ entries: [String: UInt32]) throws -> PrefixTable<IPv4Address> {
    PrefixTable(try entries.map { entry throws in (prefix: try IPv4Prefix(entry.key), value: entry.value) })
  }

  @Test("The longer prefix wins whatever its layer, and the overlay wins at equal length")
  func precedence() throws {
    let layered = LayeredPrefixTable(
      base: try table(["0.0.0.0/0": 1, "10.0.0.0/16": 2, "10.0.1.0/24": 3]),
      overlay: try table(["0.0.0.0/0": 11, "10.0.0.0/8": 12, "10.0.1.0/24": 13]))
    #expect(try layered.longestMatch(IPv4Address("10.0.1.4"))?.value == 13)
    #expect(try layered.longestMatch(IPv4Address("10.0.2.4"))?.value == 2)
    #expect(try layered.longestMatch(IPv4Address("10.1.0.4"))?.value == 12)
    #expect(try layered.longestMatch(IPv4Address("11.0.0.4"))?.value == 11)
    #expect(try layered.matches(IPv4Address("10.0.1.4")).map(\.value) == [13, 3, 2, 12, 11, 1])
    #expect(try layered.covering(IPv4Prefix("10.0.0.0/12")).map(\.value) == [12, 11, 1])
    #expect(layered[.all] == 11)
    #expect(try layered[IPv4Prefix("10.0.0.0/16")] == 2)
    #expect(try layered[IPv4Prefix("10.0.0.0/17")] == nil)
    #expect(layered.memoryBytesOwned == layered.overlay.memoryBytes)
  }

  @Test("A layer may be empty")
  func emptyLayers() throws {
    let some = try table(["10.0.0.0/8": 1])
    let address = try IPv4Address("10.0.0.1")
    #expect(LayeredPrefixTable(base: some, overlay: PrefixTable()).longestMatch(address)?.value == 1)
    #expect(LayeredPrefixTable(base: PrefixTable(), overlay: some).longestMatch(address)?.value == 1)
    #expect(LayeredPrefixTable(base: some, overlay: PrefixTable()).memoryBytesOwned == 0)
    let empty = LayeredPrefixTable<IPv4Address>(base: PrefixTable(), overlay: PrefixTable())
    #expect(empty.isEmpty && empty.longestMatch(address) == nil && empty.matches(address).isEmpty)
  }

  @Test("Every question is answered as by looking through two lists", arguments: 200..<220 as Range<UInt64>)
  func againstLists(seed: UInt64) {
    compare(IPv4Address.self, seed: seed)
    compare(IPv6Address.self, seed: seed)
  }

  private func compare<Address: InternetAddress>(_ family: Address.Type, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let shared = generator.entries(family, atMost: 30)
      let own = generator.entries(family, atMost: 30)
      let layered = LayeredPrefixTable(base: PrefixTable(shared), overlay: PrefixTable(own))
      for _ in 0..<40 {
        let address: Address = generator.address()
        let prefix: Prefix<Address> = generator.prefix()
        let matches = merged(NaivePrefixTable(own).matches(address), NaivePrefixTable(shared).matches(address))
        #expect(layered.matches(address) == matches, "seed \(seed), \(address)")
        #expect(layered.longestMatch(address) == matches.first, "seed \(seed), \(address)")
        let covering = merged(NaivePrefixTable(own).covering(prefix), NaivePrefixTable(shared).covering(prefix))
        #expect(layered.covering(prefix) == covering, "seed \(seed), \(prefix)")
      }
    }
  }

  /// Both lists by length; the sort is stable, so the overlay's come first at equal length.
  private func merged<Address>(
    _ own: [PrefixMatch<Address>], _ shared: [PrefixMatch<Address>]
  ) -> [PrefixMatch<Address>] {
    (own + shared).sorted { $0.prefix.length > $1.prefix.length }
  }
}
