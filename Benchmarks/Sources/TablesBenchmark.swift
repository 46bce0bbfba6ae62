import Estate
import Routing
import SnapshotReading

/// The effective routes of every NIC, tables that are the same for several computed once.
enum TablesBenchmark {
  static func run(_ tenant: Tenant, runs: Int) throws {
    let estate = try SnapshotReader.read(tenant.snapshot)
    let before = Measurement.heapBytes
    let (_, (builder, tables)) = Measurement.best(of: 1) { Self.tables(of: estate) }
    let held = Measurement.heapBytes - before
    let distinct = Dictionary(tables.map { ($0.0, $0.1) }) { first, _ in first }
    let rows = distinct.values.reduce(0) { $0 + $1.count }
    let (measured, _) = Measurement.best(of: runs) { Self.tables(of: estate) }
    _ = builder
    report(
      "effective routes", measured, "\(tables.count) NICs", "\(distinct.count) distinct tables", "\(rows) routes",
      "\(rounded(measured.processor / Double(rows) * 1e9, 1)) ns a route", megabytes(held))
  }

  /// Every NIC's table with the number of the first subnet that has it.
  private static func tables(of estate: Estate) -> (RouteTableBuilder, [(Int, EffectiveRouteTable)]) {
    var builder = RouteTableBuilder(estate)
    var tables: [(Int, EffectiveRouteTable)] = []
    tables.reserveCapacity(estate.networkInterfaces.count)
    for interface in estate.networkInterfaces.indices {
      guard let subnet = estate.subnet(ofInterface: interface) else { continue }
      tables.append((subnet, builder.table(ofSubnet: subnet)))
    }
    return (builder, tables)
  }
}
