import Estate
import Routing
import SnapshotReading

/// The effective routes of every NIC, tables that are the same for several computed once.
enum TablesBenchmark {
  static func run(_ tenant: Tenant, runs: Int) throws {
    let estate = try SnapshotReader.read(tenant.snapshot)
    let before = Measurement.heapBytes
    let (_, (builder, numbers)) = Measurement.best(of: 1) { Self.tables(of: estate) }
    let held = Measurement.heapBytes - before
    let used = Set(numbers).subtracting([-1])
    let routes = used.reduce(0) { $0 + builder.tables[$1].count }
    let (measured, _) = Measurement.best(of: runs) { Self.tables(of: estate) }
    report(
      "effective routes", measured, "\(numbers.count) NICs", "\(used.count) distinct tables", "\(routes) routes",
      "\(rounded(measured.processor / Double(routes) * 1e9, 1)) ns a route", megabytes(held))
  }

  /// The tables, and for every NIC the number of its own; -1 without a subnet.
  private static func tables(of estate: Estate) -> (RouteTableBuilder, [Int]) {
    var builder = RouteTableBuilder(estate)
    let numbers = estate.networkInterfaces.indices.map { interface in
      estate.subnet(ofInterface: interface).map { builder.tableNumber(ofSubnet: $0) } ?? -1
    }
    return (builder, numbers)
  }
}
