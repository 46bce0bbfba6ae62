import IPAddressing
import SnapshotReading
import TestSupport
import Testing

@testable import Routing

@Suite("The index on generated tenants", .enabled(if: ReferenceTenant.isAvailable, ReferenceTenant.absence))
struct ForwardingTenantTests {
  @Test(
    "Every table of a tenant answers as it does alone, at and beside the ends of every prefix", arguments: ["S", "M"])
  func tenants(size: String) throws {
    let tenant = try ReferenceTenant(size: size)
    defer { tenant.remove() }
    let estate = try SnapshotReader.read(tenant.snapshot)
    let index = try #require(ForwardingIndex(estate))
    var generator = SplitMix64(seed: 1)
    var addresses = ForwardingIndexTests.boundaries(index)
    for _ in 0..<1000 { addresses.insert(IPv4Address(bits: .random(in: 0...(.max), using: &generator))) }
    // All addresses of all tables would take minutes; of a large tenant each address is asked of a few tables.
    let tables = size == "S" ? index.tableCount : 40
    var compared = 0
    for address in addresses.sorted() {
      for _ in 0..<tables {
        let table = size == "S" ? compared % index.tableCount : .random(in: 0..<index.tableCount, using: &generator)
        compared += 1
        let expected = index[table: table].route(to: .v4(address)).map { ForwardingNextHop($0) }
        let answered = index[nextHop: index.nextHop(table: table, address: address)]
        try #require(answered == expected, "\(address) in table \(table)")
      }
    }
    #expect(compared > (size == "S" ? 10_000 : 100_000))
  }
}
