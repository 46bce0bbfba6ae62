import AzureResources
import Estate
import EstateFixtures
import IPAddressing
import PathAnalysis
import Routing
import Testing
import TestSupport

@Suite("Paths through random estates")
struct TracePropertyTests {
  static let seed = UInt64.random(in: 0...UInt64.max)

  private static let destinations = [
    "10.0.0.4", "10.0.1.4", "10.1.0.4", "10.1.1.4", "10.2.1.4", "10.1.0.77", "192.168.3.3", "172.20.0.1", "8.8.8.8",
  ]

  @Test("Every station sends on by the route that its subnet's table selects")
  func stationsFollowTables() throws {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<150 {
      let estate = try RandomEstate.make(&random).estate()
      var tracer = Tracer(estate, tables: RouteTableBuilder(estate))
      var tables = RouteTableBuilder(estate)
      for text in Self.destinations {
        let subnet = Int.random(in: 0..<estate.subnets.count, using: &random)
        let packet = Packet(source: try IPAddress("10.0.0.200"), destination: try IPAddress(text), port: 443)
        let trace = tracer.trace(packet, from: PathStart(subnet: subnet, resource: nil))
        let context = Comment("seed \(Self.seed): from \(estate.subnet(subnet).id) to \(text)")
        #expect(trace.hops.count <= Tracer.maximumHops + 2, context)
        for hop in trace.hops {
          guard let route = hop.route else { continue }
          let index = try #require(estate.subnetIndex(hop.subnet), context)
          #expect(tables.table(ofSubnet: index).route(to: packet.destination) == route, context)
        }
        Self.judgeEnd(trace, packet, context)
      }
    }
  }

  /// A path ends once: at something that takes the packet, or for a reason.
  private static func judgeEnd(_ trace: Trace, _ packet: Packet, _ context: Comment) {
    let ends: Set<Hop.Kind> = [
      .destination, .privateEndpoint, .internet, .onPremises, .serviceEndpoint, .platform, .virtualHub,
    ]
    #expect(trace.hops.first?.kind == .source, context)
    #expect(trace.hops.dropLast().allSatisfy { !ends.contains($0.kind) || $0.kind == .virtualHub }, context)
    switch trace.outcome {
    case .delivered: #expect(trace.hops.last.map { ends.contains($0.kind) } == true, context)
    case .unknown: #expect(!trace.missing.isEmpty, context)
    case .dropped(.loop(let stations)): #expect(!stations.isEmpty, context)
    case .dropped: break
    }
  }

  @Test("Tolerating a fault never brings it back, and never shortens the path")
  func tolerance() throws {
    var random = SplitMix64(seed: Self.seed &+ 1)
    var passed = 0
    for _ in 0..<150 {
      let estate = try RandomEstate.make(&random).estate()
      var tracer = Tracer(estate, tables: RouteTableBuilder(estate))
      for text in Self.destinations {
        let subnet = Int.random(in: 0..<estate.subnets.count, using: &random)
        let packet = Packet(source: try IPAddress("10.0.0.200"), destination: try IPAddress(text), port: 443)
        let start = PathStart(subnet: subnet, resource: nil)
        let first = tracer.trace(packet, from: start)
        guard case .dropped(let reason) = first.outcome, reason.canBePassed else { continue }
        passed += 1
        let second = tracer.trace(packet, from: start, tolerating: [reason])
        let context = Comment("seed \(Self.seed): from \(estate.subnet(subnet).id) to \(text)")
        #expect(second.outcome != .dropped(reason), context)
        #expect(second.hops.count >= first.hops.count, context)
        let common = zip(first.hops, second.hops).dropLast()
        #expect(common.allSatisfy { $0.kind == $1.kind && $0.resource == $1.resource }, context)
      }
    }
    #expect(passed > 20, "seed \(Self.seed)")
  }
}
