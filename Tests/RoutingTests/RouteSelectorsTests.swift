import Estate
import IPAddressing
import SnapshotReading
import Testing

@testable import Routing

@Suite("Selection of routes by the million")
struct RouteSelectorsTests {
  @Test(
    "Of random tables, whatever is displaced in them, the row is selected that the table selects",
    arguments: 1...40 as ClosedRange<UInt64>)
  func randomTables(seed: UInt64) throws {
    var random = try RandomTables(seed: seed)
    #expect(check(random.tables, random.addresses(), "seed \(seed)") > 100, "seed \(seed)")
  }

  @Test("Of random estates too", arguments: 1...40 as ClosedRange<UInt64>)
  func randomEstates(seed: UInt64) throws {
    let estate = try SnapshotReader.read(text: RandomEstate(seed: seed).text)
    var builder = RouteTableBuilder(estate)
    for subnet in estate.subnets.indices { _ = builder.tableNumber(ofSubnet: subnet) }
    let addresses = RandomEstate.addresses.compactMap { try? IPv4Address($0) }
    #expect(check(builder.tables, addresses, "seed \(seed)") > 10, "seed \(seed)")
  }

  /// How many routes were found.
  private func check(_ tables: [EffectiveRouteTable], _ addresses: [IPv4Address], _ place: Comment) -> Int {
    var selectors = RouteSelectors()
    for table in tables { selectors.add(table) }
    var found = 0
    for (number, table) in tables.enumerated() {
      for address in addresses {
        let expected = table.selection(for: .v4(address))
        #expect(selectors.selection(table: number, for: address) == expected, place)
        if expected != nil { found += 1 }
      }
    }
    return found
  }
}
