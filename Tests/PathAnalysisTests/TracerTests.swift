import AzureResources
import Estate
import EstateFixtures
import IPAddressing
import JSONDocument
import PathAnalysis
import Routing
import Testing

@Suite("Paths")
struct TracerTests {
  typealias Lab = EstateBuilder

  static func trace(
    _ lab: EstateBuilder, from subnet: String, _ source: String, to destination: String, port: UInt16? = 443,
    transport: Packet.Transport = .tcp, machines: Tracer.MachineState = .asRecorded,
    tolerating tolerated: Set<StopReason> = []
  ) throws -> Trace {
    let estate = try lab.estate()
    var tracer = Tracer(estate, tables: RouteTableBuilder(estate), machines: machines)
    let start = try #require(estate.subnetIndex(ResourceID(EstateBuilder.subnet(subnet))))
    let packet = Packet(
      source: try IPAddress(source), destination: try IPAddress(destination), port: port, transport: transport)
    return tracer.trace(packet, from: PathStart(subnet: start, resource: nil), tolerating: tolerated)
  }

  @Test("A packet to the own subnet arrives in one hop")
  func ownSubnet() throws {
    var lab = EstateBuilder.pair
    lab.machine("vm3", in: "left/app", "10.1.1.11")
    let trace = try Self.trace(lab, from: "left/app", "10.1.1.10", to: "10.1.1.11")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.map(\.kind) == [.source, .destination])
    #expect(trace.hops.first?.route?.nextHopType == .vnetLocal)
  }

  @Test("A machine reaches itself without any route, even where a user route covers its own network")
  func itself() throws {
    var lab = EstateBuilder.pair
    lab.table("rt", of: ["left/app"])
    lab.route("rt", "all", "10.1.0.0/16", type: "None")
    let trace = try Self.trace(lab, from: "left/app", "10.1.1.10", to: "10.1.1.10")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.map(\.kind) == [.source, .destination])
    #expect(trace.hops.first?.route == nil)
  }

  @Test("Spoke to spoke passes the peering, the appliance and the second peering")
  func transit() throws {
    let trace = try Self.trace(.hubAndSpokes, from: "spoke1/app", "10.1.1.10", to: "10.2.1.10")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.map(\.kind) == [.source, .peering, .appliance, .peering, .destination])
    #expect(trace.assumptions.map(\.code) == [.guestForwards])
    #expect(trace.statefulDevices.map { String($0.name) } == ["nva-nic"])
    #expect(trace.missing.isEmpty)
  }

  @Test("A global peering is crossed like any other")
  func globalPeering() throws {
    var lab = EstateBuilder.pair
    lab.network("right", ["10.2.0.0/16"], location: "eastus", subnets: ["app": "10.2.1.0/24"])
    let trace = try Self.trace(lab, from: "left/app", "10.1.1.10", to: "10.2.1.10")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.first?.route?.nextHopType == .vnetGlobalPeering)
  }

  @Test("No route touches the platform's own addresses", arguments: ["168.63.129.16", "169.254.169.254"])
  func platform(address: String) throws {
    var lab = EstateBuilder.pair
    lab.table("rt", of: ["left/app"])
    lab.route("rt", "all", "0.0.0.0/0", type: "None")
    let trace = try Self.trace(lab, from: "left/app", "10.1.1.10", to: address)
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.map(\.kind) == [.source, .platform])
  }

  @Test("The internet is left for, and a private address beyond every network has no route")
  func outside() throws {
    let out = try Self.trace(.pair, from: "left/app", "10.1.1.10", to: "8.8.8.8")
    #expect(out.outcome == .delivered)
    #expect(out.hops.map(\.kind) == [.source, .internet])
    let unknown = try Self.trace(.pair, from: "left/app", "10.1.1.10", to: "172.20.0.1")
    guard case .dropped(.noRoute(let candidates)) = unknown.outcome else {
      Issue.record("\(unknown.outcome)")
      return
    }
    #expect(candidates.first?.route.nextHopType == EffectiveNextHopType.none)
  }

  @Test("A tolerated fault is passed, and the next one stops the packet")
  func tolerated() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.set(EstateBuilder.nic("nva"), "enableIPForwarding", false)
    lab.set(EstateBuilder.peering("spoke2/to-hub"), "allowForwardedTraffic", false)
    let first = try Self.trace(lab, from: "spoke1/app", "10.1.1.10", to: "10.2.1.10")
    guard case .dropped(let fault) = first.outcome, case .applianceNotForwarding = fault else {
      Issue.record("\(first.outcome)")
      return
    }
    #expect(fault.canBePassed)
    let second = try Self.trace(lab, from: "spoke1/app", "10.1.1.10", to: "10.2.1.10", tolerating: [fault])
    guard case .dropped(.forwardedTrafficDenied(let peering)) = second.outcome else {
      Issue.record("\(second.outcome)")
      return
    }
    #expect(peering.text == EstateBuilder.peering("spoke2/to-hub"))
  }
}
