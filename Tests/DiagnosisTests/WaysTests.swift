import AzureResources
import Diagnosis
import EstateFixtures
import Findings
import JSONDocument
import PathAnalysis
import Routing
import Testing

@Suite("Ways between the ends")
struct WaysTests {
  private typealias Lab = EstateBuilder

  @Test("Of two faults the first on the path is the cause, and the checks list both")
  func twoFaults() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.set(EstateBuilder.nic("nva"), "enableIPForwarding", false)
    lab.set(EstateBuilder.peering("spoke2/to-hub"), "allowForwardedTraffic", false)
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause?.code == .applianceNotForwarding)
    #expect(
      diagnosis.checks.filter { $0.status == .fail }.map(\.code) == [.applianceNotForwarding, .forwardedTrafficDenied])
    lab.set(EstateBuilder.nic("nva"), "enableIPForwarding", true)
    #expect(try Plant.diagnose(lab, "vm1", "vm2").cause?.code == .forwardedTrafficDenied)
  }

  @Test("A fault on the way there comes before one on the way back")
  func faultsOfBothWays() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.set(EstateBuilder.peering("spoke1/to-hub"), "allowForwardedTraffic", false)
    lab.power("nva", "stopped")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(
      diagnosis.checks.filter { $0.status == .fail }.map(\.code) == [.applianceStopped, .forwardedTrafficDenied])
    #expect(diagnosis.checks.last { $0.status == .fail }?.summary.hasPrefix("on the way back") == true)
  }

  @Test("Different devices on the two ways are a cause, unless they keep no state or translate the source")
  func asymmetric() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("nva2", in: "hub/nva", "10.0.2.5", forwards: true)
    lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.0.2.5")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause?.code == .asymmetricReturn)
    #expect(diagnosis.cause?.summary.contains("nva2 drops an answer to a request that it never saw") == true)
    #expect(diagnosis.assumptions.filter { $0.code == .applianceKeepsState }.count == 2)
    let (one, two) = (try #require(ResourceID(Lab.machine("nva"))), try #require(ResourceID(Lab.machine("nva2"))))
    let stateless = try Plant.diagnose(lab, "vm1", "vm2", declared: .init(stateless: [one, two]))
    #expect(stateless.verdict == .reachable)
    let translating = try Plant.diagnose(lab, "vm1", "vm2", declared: .init(translatingSource: [one]))
    #expect(translating.verdict == .reachable)
    #expect(translating.wayBack?.hops.map(\.kind) == [.source, .peering, .appliance, .peering, .destination])
    #expect(translating.assumptions.contains { $0.code == .translatesSource })
  }

  @Test("Without TCP's handshake a device that sees requests alone drops nothing")
  func datagrams() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.peer("spoke1", "spoke2")
    lab.remove(Lab.route("rt2", "to-spoke1"))
    #expect(try Plant.diagnose(lab, "vm1", "vm2").cause?.code == .asymmetricReturn)
    let datagrams = try Plant.diagnose(lab, "vm1", "vm2", transport: .udp)
    #expect(datagrams.verdict == .reachable)
    #expect(datagrams.checks.first { $0.code == .asymmetricReturn }?.status == .warning)
    #expect(try Plant.diagnose(lab, "vm2", "vm1", transport: .udp).cause?.code == .asymmetricReturn)
  }

  @Test("Two NICs of one appliance are one device")
  func twoInterfaces() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("out", in: "hub/nva", "10.0.2.5", forwards: true)
    lab.remove(EstateBuilder.machine("out"))
    lab.set(EstateBuilder.nic("out"), "virtualMachine", ["id": .string(EstateBuilder.machine("nva"))])
    lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.0.2.5")
    #expect(
      try Plant.diagnose(lab, "vm1", "vm2").checks.first { $0.code == .asymmetricReturn }?.status == .pass)
  }

  @Test("A private endpoint is reached by its own route, and an appliance before it sees half of the connection")
  func privateEndpoint() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.add(EstateBuilder.subnet("hub/pe"), .init([("addressPrefix", "10.0.5.0/24")]))
    lab.endpoint("sql", in: "hub/pe", "10.0.5.4")
    let direct = try Plant.diagnose(lab, "vm1", "endpoint sql", port: 1433)
    #expect(direct.forward.hops.map(\.kind) == [.source, .privateEndpoint])
    #expect(direct.wayBack == nil)
    #expect(direct.assumptions.map(\.code).contains(.serviceAnswers))
    lab.route("rt1", "sql", "10.0.5.4/32", via: "10.0.2.4")
    let inspected = try Plant.diagnose(lab, "vm1", "10.0.5.4", port: 1433)
    #expect(inspected.forward.hops.map(\.kind) == [.source, .peering, .appliance, .privateEndpoint])
    // The endpoint's network is a direct peer of the asker's: its answer doesn't pass the appliance (D15).
    #expect(inspected.cause?.code == .asymmetricReturn)
    let declared = DeclaredBehaviour(translatingSource: [try #require(ResourceID(EstateBuilder.nic("nva")))])
    let translated = try Plant.diagnose(lab, "vm1", "10.0.5.4", port: 1433, declared: declared)
    #expect(translated.verdict == .reachable)
  }

  @Test("A user route that a more specific route takes the packet from is named")
  func bypass() throws {
    var lab = EstateBuilder.hubWithGateway
    // U5: what the gateway learned is more specific than the default route to the appliance.
    lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    let learned = try Plant.diagnose(lab, "vm1", "192.168.1.1")
    #expect(learned.checks.first { $0.code == .applianceBypassed }?.summary.contains("192.168.0.0/16") == true)
    // U17: a peering's route is more specific than a summary.
    lab.remove(EstateBuilder.route("rt1", "all"))
    lab.route("rt1", "summary", "10.0.0.0/8", via: "10.0.2.4")
    #expect(try Plant.diagnose(lab, "vm1", "admin").checks.contains { $0.code == .applianceBypassed })
    // A default route isn't meant for peers.
    lab.remove(EstateBuilder.route("rt1", "summary"))
    lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    #expect(try Plant.diagnose(lab, "vm1", "admin").checks.allSatisfy { $0.code != .applianceBypassed })
    // U11: a private endpoint's own route.
    lab.add(EstateBuilder.subnet("hub/pe"), .init([("addressPrefix", "10.0.5.0/24")]))
    lab.endpoint("sql", in: "hub/pe", "10.0.5.4")
    #expect(try Plant.diagnose(lab, "vm1", "endpoint sql").checks.contains { $0.code == .applianceBypassed })
  }

  @Test("U11: with network policies a user route as long as the network's prefix takes the endpoint's traffic")
  func endpointPolicies() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.add(EstateBuilder.subnet("hub/pe"), .init([("addressPrefix", "10.0.5.0/24")]))
    lab.endpoint("sql", in: "hub/pe", "10.0.5.4")
    lab.route("rt1", "hub", "10.0.5.0/24", via: "10.0.2.4")
    #expect(
      try Plant.diagnose(lab, "vm1", "endpoint sql").forward.hops.map(\.kind) == [.source, .privateEndpoint])
    lab.set(EstateBuilder.subnet("hub/pe"), "privateEndpointNetworkPolicies", "Enabled")
    #expect(
      try Plant.diagnose(lab, "vm1", "endpoint sql").forward.hops.map(\.kind)
        == [.source, .peering, .appliance, .privateEndpoint])
  }

  @Test("U3: a table that no subnet names is a warning where the default routes lead somewhere")
  func unusedTable() throws {
    var lab = EstateBuilder.hubAndSpokes
    for name in ["app", "empty"] { lab.set(EstateBuilder.subnet("spoke1/\(name)"), "routeTable", nil) }
    lab.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4")
    let diagnosis = try Plant.diagnose(lab, "vm1", "internet")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.checks.first { $0.code == .routeTableNotAssociated }?.status == .warning)
    // A table whose appliance the network couldn't reach was not made for it.
    lab.route("rt1", "all", "0.0.0.0/0", via: "10.77.0.4")
    #expect(
      try Plant.diagnose(lab, "vm1", "internet").checks.allSatisfy { $0.code != .routeTableNotAssociated })
  }

  @Test("P8: a second network with an end's address is a warning where it is joined")
  func overlap() throws {
    var lab = EstateBuilder.pair
    lab.network("twin", ["10.2.0.0/16"], subnets: [:])
    #expect(try Plant.diagnose(lab, "vm1", "vm2").checks.allSatisfy { $0.code != .overlappingAddressSpaces })
    lab.peer("twin", "left")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.checks.first { $0.code == .overlappingAddressSpaces }?.status == .warning)
  }

  @Test("Two gateways join two networks")
  func gatewayToGateway() throws {
    var lab = EstateBuilder.pair
    for side in ["left/to-right", "right/to-left"] { lab.remove(EstateBuilder.peering(side)) }
    lab.add(EstateBuilder.subnet("left/GatewaySubnet"), .init([("addressPrefix", "10.1.255.0/27")]))
    lab.add(EstateBuilder.subnet("right/GatewaySubnet"), .init([("addressPrefix", "10.2.255.0/27")]))
    lab.gateway("gwl", in: "left")
    lab.gateway("gwr", in: "right")
    lab.connection("l-r", "gwl", to: "gwr")
    lab.connection("r-l", "gwr", to: "gwl")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .gateway, .gateway, .destination])
    #expect(diagnosis.wayBack?.hops.map(\.kind) == [.source, .gateway, .gateway, .destination])
    for name in ["l-r", "r-l"] { lab.set(EstateBuilder.connection(name), "connectionStatus", "Connecting") }
    #expect(try Plant.diagnose(lab, "vm1", "vm2").cause?.code == .connectionNotConnected)
  }

  @Test("A Route Server's routes lead straight to the appliance that announced them")
  func routeServer() throws {
    var lab = EstateBuilder.routeServer
    lab.table("rt-nva", of: ["hub/nva"], propagation: false)
    lab.route("rt-nva", "out", "0.0.0.0/0", type: "Internet")
    let diagnosis = try Plant.diagnose(lab, "vm1", "8.8.8.8")
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .peering, .appliance, .internet])
    #expect(diagnosis.forward.hops.first?.route?.source == .virtualNetworkGateway)
  }

  @Test("Spokes of a virtual hub reach each other through it, and through its firewall where it has routing intent")
  func virtualHub() throws {
    var lab = EstateBuilder.pair
    for side in ["left/to-right", "right/to-left"] { lab.remove(EstateBuilder.peering(side)) }
    lab.hub("vhub", "10.100.0.0/23")
    for network in ["left", "right"] { lab.connect(network, toHub: "vhub") }
    let plain = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(plain.cause == nil)
    #expect(plain.forward.hops.map(\.kind) == [.source, .virtualHub, .destination])
    lab.add(
      EstateBuilder.firewall("fw"), .init([("virtualHub", ["id": .string(EstateBuilder.hub("vhub"))])]))
    lab.intent("vhub", "fw")
    let inspected = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(inspected.forward.hops.map(\.kind) == [.source, .virtualHub, .firewall, .destination])
    #expect(inspected.checks.first { $0.code == .asymmetricReturn }?.status == .pass)
    // The hub's aggregates cover what it may not know.
    #expect(try Plant.diagnose(lab, "vm1", "10.50.0.1").forward.outcome == .unknown)
  }

  @Test("Hubs of one WAN reach each other's spokes; those of another WAN don't")
  func twoHubs() throws {
    var lab = EstateBuilder.pair
    for side in ["left/to-right", "right/to-left"] { lab.remove(EstateBuilder.peering(side)) }
    lab.hub("hub1", "10.100.0.0/23")
    lab.hub("hub2", "10.101.0.0/23")
    lab.connect("left", toHub: "hub1")
    lab.connect("right", toHub: "hub2")
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .virtualHub, .virtualHub, .destination])
    lab.hub("hub2", "10.101.0.0/23", wan: "other")
    #expect(try Plant.diagnose(lab, "vm1", "vm2").cause?.code == .noRoute)
  }

  @Test("Members of a connected group reach each other without peerings")
  func connectedGroup() throws {
    var lab = EstateBuilder.pair
    for side in ["left/to-right", "right/to-left"] { lab.remove(EstateBuilder.peering(side)) }
    lab.mesh("all", ["left", "right"])
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .connectedGroup, .destination])
  }

  @Test("Without the gateway's learned routes a private destination is undecided; with them it is not")
  func learnedRoutesMissing() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.gateway("gw", in: "hub", bgp: true)
    lab.connection("to-office", "gw", site: "office", bgp: true)
    let without = try Plant.diagnose(lab, "vm1", "172.16.5.5")
    #expect(without.verdict == .indeterminate)
    #expect(without.forward.outcome == .unknown)
    #expect(without.missing.first?.kind == .learnedRoutes)
    lab.learned(EstateBuilder.gateway("gw"), ["172.16.0.0/12": "192.168.0.254"])
    #expect(try Plant.diagnose(lab, "vm1", "172.16.5.5").forward.outcome == .delivered)
  }

  @Test("Without the subnet's route table nothing is certain")
  func routeTableMissing() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.remove(EstateBuilder.table("rt1"))
    lab.remove(EstateBuilder.route("rt1", "to-spoke2"))
    let diagnosis = try Plant.diagnose(lab, "vm1", "admin")
    #expect(diagnosis.forward.outcome == .unknown)
    #expect(diagnosis.missing.contains { $0.resource?.text == EstateBuilder.table("rt1") })
  }
}
