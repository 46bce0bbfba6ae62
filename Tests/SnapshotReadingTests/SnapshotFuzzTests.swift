import AzureFacts
import AzureResources
import Estate
import Glibc
import IPAddressing
import JSONReading
import Routing
import Testing
import TestSupport

@testable import SnapshotReading

@Suite("Mutated snapshots")
struct SnapshotFuzzTests {
  /// How long to go on; `AZIMUTH_FUZZ_SECONDS` says otherwise.
  static var seconds: Int { getenv("AZIMUTH_FUZZ_SECONDS").flatMap { Int(String(cString: $0)) } ?? 8 }

  @Test("Whatever becomes of a snapshot, it is refused with a place or gives an estate that answers")
  func mutations() throws {
    let seed = getenv("AZIMUTH_FUZZ_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64(time(nil))
    print("AZIMUTH_FUZZ_SEED=\(seed)")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var (runs, refused, answered) = (0, 0, 0)
    while ContinuousClock.now < end {
      // Each run has a generator of its own: a failing one is had again without those before it.
      var random = SplitMix64(seed: seed &+ UInt64(runs))
      var mutation = SnapshotMutation(FuzzSnapshot.texts.randomElement(using: &random) ?? [])
      for _ in 0..<Int.random(in: 1...2, using: &random) { mutation.mutate(using: &random) }
      let path = try folder.write("a.json", mutation.bytes)
      let limits = ReadingLimits(piece: Int.random(in: 300...8192, using: &random))
      do throws(SnapshotError) {
        let estate = try SnapshotReader.read([path], limits: limits)
        try ask(estate, using: &random)
        answered += 1
      } catch {
        #expect("\(error)".hasPrefix("\(path): ") && !error.remedy.isEmpty, "run \(runs)")
        if case .syntax(let fault) = error.reason {
          #expect(
            (0...mutation.bytes.count).contains(fault.offset) && (error.line ?? 0) > 0,
            "run \(runs): \(error); \(mutation.bytes.count) bytes")
        }
        refused += 1
      }
      runs += 1
    }
    print("\(runs) snapshots: \(refused) refused, \(answered) answered for")
    #expect(refused > 0 && answered > 0)
  }

  /// Asks for everything: every subnet's routes, ways to addresses near and far, what is attached to what.
  private func ask(_ estate: Estate, using random: inout SplitMix64) throws(SnapshotError) {
    var builder = RouteTableBuilder(estate, asOf: Bool.random(using: &random) ? .newest : Day("2018-03-30") ?? .newest)
    let addresses = (0..<4).map { _ in IPAddress.v4(IPv4Address(bits: UInt32.random(in: 0 ... .max, using: &random))) }
    for subnet in estate.subnets.indices {
      let table = builder.table(ofSubnet: subnet)
      let routes = table.routes
      #expect(routes.count == table.count)
      for address in addresses + estate.subnet(subnet).addressPrefixes.map(\.lastAddress) {
        let route = table.route(to: address)
        let candidates = table.candidates(for: address)
        #expect(candidates.first { $0.outcome == .wins }?.route == route)
        #expect(route?.longestPrefix(containing: address) != nil || route == nil)
      }
    }
    for hub in estate.virtualHubs.indices { _ = HubRoutes(estate).routes(ofHub: hub) }
    for record in estate.records {
      #expect(estate.json(record.id) != nil)
      #expect(estate.resolve(record.id) != nil)
    }
    for interface in estate.networkInterfaces.indices {
      _ = estate.subnet(ofInterface: interface)
      _ = estate.virtualMachine(ofInterface: interface)
    }
    for finding in estate.findings { #expect(!finding.summary.isEmpty) }
  }
}
