import AzureResources
import Estate
import IPAddressing
import SnapshotReading
import TestSupport
import Testing

@testable import Routing

@Suite("The index of all tables' next hops")
struct ForwardingIndexTests {
  /// Where index and table differ, in words; the table is asked the slow way, with reasons.
  static func differences(_ index: ForwardingIndex, _ addresses: some Sequence<IPv4Address>) -> [String] {
    var found: [String] = []
    for address in addresses where found.count < 3 {
      for table in 0..<index.tableCount {
        let expected = index[table: table].route(to: .v4(address)).map { ForwardingNextHop($0) }
        let answered = index[nextHop: index.nextHop(table: table, address: address)]
        if answered != expected { found.append("\(address) in \(table): \(answered as Any), not \(expected as Any)") }
      }
    }
    return found
  }

  @Test(
    "Random tables, whatever is displaced in them, answer as they do one by one",
    arguments: 1...60 as ClosedRange<UInt64>)
  func randomTables(seed: UInt64) throws {
    var random = try RandomTables(seed: seed)
    let index = try #require(ForwardingIndex(random.tables))
    #expect(Self.differences(index, Self.boundaries(index).union(random.addresses())) == [], "seed \(seed)")
  }

  @Test("Random estates answer as their tables do one by one", arguments: 1...100 as ClosedRange<UInt64>)
  func randomEstates(seed: UInt64) throws {
    let estate = try SnapshotReader.read(text: RandomEstate(seed: seed).text)
    let index = try #require(ForwardingIndex(estate))
    #expect(Self.differences(index, Self.boundaries(index)) == [], "seed \(seed)")
  }

  /// Addresses at and beside the ends of every prefix of every table.
  static func boundaries(_ index: ForwardingIndex) -> Set<IPv4Address> {
    var found: Set<UInt32> = [0, .max]
    for table in 0..<index.tableCount {
      for layer in index[table: table].layers {
        for entry in layer.v4.entries {
          let (first, last) = (entry.prefix.first.bits, entry.prefix.last.bits)
          found.formUnion([first, last, first &- 1, last &+ 1])
        }
      }
    }
    return Set(found.map { IPv4Address(bits: $0) })
  }

  @Test("More than 255 next hops are told apart")
  func manyNextHops() throws {
    let owner = try #require(ResourceID("/subscriptions/s"))
    let rows = (0..<300 as Range<UInt32>).map { number in
      EffectiveRoute(
        .user, .virtualAppliance, [.v4(IPv4Prefix(IPv4Address(bits: number << 12), length: 20))],
        via: [.v4(IPv4Address(bits: number))], origin: .userRoute(owner))
    }
    let empty = RouteLayer.empty
    let table = EffectiveRouteTable(
      layers: [empty, empty, empty, RouteLayer(rows), empty], routeTable: nil, disableBgpRoutePropagation: false,
      hasIPv6: false)
    let index = try #require(ForwardingIndex([table]))
    #expect(index.nextHopCount == 300)
    let addresses = (0..<301 as Range<UInt32>).flatMap { [$0 << 12, $0 << 12 | 0xfff] }
    #expect(Self.differences(index, addresses.map { IPv4Address(bits: $0) }) == [])
  }

  @Test("A table without routes drops every packet")
  func noRoutes() throws {
    let layers = [RouteLayer](repeating: .empty, count: 5)
    let table = EffectiveRouteTable(
      layers: layers, routeTable: nil, disableBgpRoutePropagation: false, hasIPv6: false)
    let index = try #require(ForwardingIndex([table]))
    #expect(index.nextHop(table: 0, address: IPv4Address(10, 0, 0, 4)) == 0)
    #expect(index[nextHop: 0] == nil)
    #expect(index.classCount == 1)
  }

  @Test("Queries by the thousand answer as one does, and a NIC without subnet as if without routes")
  func queries() throws {
    let estate = try SnapshotReader.read(text: Self.snapshot)
    let index = try #require(ForwardingIndex(estate))
    #expect(index.table(ofInterface: 0) == index.table(ofSubnet: 0))
    #expect(index.table(ofInterface: 1) == nil)
    var generator = SplitMix64(seed: 7)
    let queries = (0..<1000).map { number in
      ForwardingQuery(
        interface: UInt32(number % 2),
        address: IPv4Address(
          bits: number < 500 ? 0x0a00_0000 | UInt32(number) << 8 : .random(in: 0...(.max), using: &generator)))
    }
    var answers = [UInt16](repeating: .max, count: queries.count)
    var span = answers.mutableSpan
    index.nextHops(of: queries.span, into: &span)
    for (query, answer) in zip(queries, answers) {
      let table = index.table(ofInterface: Int(query.interface))
      #expect(Int(answer) == table.map { index.nextHop(table: $0, address: query.address) } ?? 0)
    }
    #expect(Set(answers).count > 3)
    #expect(index.memoryBytes > 1 << 18)
  }

  private static let snapshot = """
    [{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "location": "westus",
      "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]},
        "subnets": [{"name": "a", "properties": {"addressPrefix": "10.0.0.0/24"}}]}},
     {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/n",
      "properties": {"ipConfigurations": [{"name": "c", "properties": {"privateIPAddress": "10.0.0.4", "subnet":
        {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/a"}}}]}},
     {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkInterfaces/lost",
      "properties": {"ipConfigurations": []}}]
    """
}
