import Estate
import IPAddressing
import Routing
import SnapshotReading

/// The next hop of millions of (NIC, address) pairs.
enum LookupBenchmark {
  static func run(_ tenant: Tenant, runs: Int) throws {
    let estate = try SnapshotReader.read(tenant.snapshot)
    let (built, made) = Measurement.best(of: 3) { ForwardingIndex(estate) }
    guard let index = made else { return print("next hop: too many classes or next hops") }
    report(
      "index of next hops", built, "\(index.tableCount) tables", "\(index.classCount) classes of addresses",
      "\(index.nextHopCount) next hops", megabytes(index.memoryBytes))
    let queries = try queries(tenant)
    var answers = [UInt16](repeating: 0, count: queries.count)
    let (measured, _) = Measurement.best(of: runs) {
      var span = answers.mutableSpan
      index.nextHops(of: queries.span, into: &span)
    }
    let perSecond = Double(queries.count) / measured.processor / 1e6
    report(
      "next hops", measured, "\(queries.count) pairs", "\(rounded(perSecond, 1)) M/s", "sum \(sum(queries, answers))")
    try check(index, estate, queries, answers)
  }

  private static func queries(_ tenant: Tenant) throws -> [ForwardingQuery] {
    try bytes(of: tenant.pairs).withUnsafeBytes { raw in
      let words = raw.bindMemory(to: UInt32.self)
      return (0..<Int(words[0])).map {
        ForwardingQuery(interface: words[1 + 2 * $0], address: IPv4Address(bits: words[2 + 2 * $0]))
      }
    }
  }

  /// A checksum, so that two runs can be compared.
  private static func sum(_ queries: [ForwardingQuery], _ answers: [UInt16]) -> UInt64 {
    zip(queries, answers).reduce(0) { $0 &+ UInt64($1.1 + 1) &* UInt64($1.0.interface ^ $1.0.address.bits) }
  }

  /// Asks the tables themselves for a sample of the pairs.
  private static func check(
    _ index: ForwardingIndex, _ estate: Estate, _ queries: [ForwardingQuery], _ answers: [UInt16]
  ) throws {
    let step = max(queries.count / 20_000, 1)
    for place in stride(from: 0, to: queries.count, by: step) {
      guard let table = index.table(ofInterface: Int(queries[place].interface)) else { continue }
      let route = index[table: table].route(to: .v4(queries[place].address))
      let hop = index[nextHop: Int(answers[place])]
      precondition(
        route?.nextHopType == hop?.type && (route?.nextHopAddresses ?? []) == (hop?.addresses ?? []),
        "index and table differ at pair \(place)")
    }
    print("next hops: \(queries.count / step) pairs asked of the tables themselves, all equal")
  }
}
