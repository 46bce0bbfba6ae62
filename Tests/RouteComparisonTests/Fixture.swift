import AzureFacts
import AzureResources
import Estate
import JSONDocument
import Routing
import SnapshotReading
import Testing

@testable import RouteComparison

/// The routes of one NIC of the shared fixture, and comparisons with changed copies of them.
struct Fixture {
  let estate: Estate
  let interface: ResourceID
  let subnet: Int
  let table: EffectiveRouteTable
  let day: Day

  /// - Parameter interface: The NIC's name in its group: `app-rg/web-1-nic`.
  init(_ interface: String, asOf day: String = "2026-11-01") throws {
    let root = String(#filePath.dropLast("Tests/RouteComparisonTests/Fixture.swift".count))
    estate = try SnapshotReader.read([root + "Tests/Fixtures/hub-and-spoke"])
    let index = try #require(estate.networkInterfaces.firstIndex { $0.id.shortName == interface })
    self.interface = estate.networkInterfaces[index].id
    subnet = try #require(estate.subnet(ofInterface: index))
    self.day = try #require(Day(day))
    var builder = RouteTableBuilder(estate, asOf: self.day)
    table = builder.table(ofSubnet: subnet)
  }

  /// Azure's answer as it would be if the computation were right.
  var rows: [ObservedRoute] { table.routes.map { ObservedRoute($0) } }

  func compare(_ rows: [ObservedRoute], at time: String? = "2026-11-01T08:00:00Z") -> ComparedRoutes {
    RouteComparer(table, ofSubnet: subnet, in: estate, asOf: day)
      .compare(with: ObservedRoutes(networkInterface: interface, observedAt: time, routes: rows))
  }
}

extension ObservedRoute {
  /// A row in few words.
  init(
    _ source: String, _ type: String, _ prefixes: [String], via hops: [String] = [], state: String = "Active",
    name: String? = nil
  ) {
    self.init([
      "source": .string(source), "state": .string(state), "nextHopType": .string(type),
      "addressPrefix": .array(prefixes.map { .string($0) }), "nextHopIpAddress": .array(hops.map { .string($0) }),
      "name": name.map { .string($0) } ?? .null,
    ])
  }
}
