import AzureResources
import EstateFixtures
import JSONDocument
import PathAnalysis
import Routing
import Testing

@Suite("Appliances as next hops")
struct ApplianceTests {
  private func trace(_ lab: EstateBuilder, port: UInt16? = 443) throws -> Trace {
    try TracerTests.trace(lab, from: "spoke1/app", "10.1.1.10", to: "10.2.1.10", port: port)
  }

  @Test("Behind an internal load balancer with HA ports every port is forwarded")
  func highAvailabilityPorts() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    lab.configure("nva", in: "hub/nva", "10.0.2.4", pools: [EstateBuilder.pool("lb")])
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.100")
    let trace = try trace(lab, port: 8443)
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.map(\.kind) == [.source, .peering, .loadBalancer, .appliance, .peering, .destination])
  }

  @Test("A pool that names its members by address has them")
  func poolOfAddresses() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    lab.set(
      EstateBuilder.balancer("lb"), "backendAddressPools",
      [
        [
          "name": "pool",
          "properties": ["loadBalancerBackendAddresses": [["properties": ["ipAddress": "10.0.2.4"]]]],
        ]
      ])
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.100")
    #expect(try trace(lab).outcome == .delivered)
  }

  @Test("A stopped backend gets nothing; a running one that doesn't forward is shown first")
  func backends() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("nva2", in: "hub/nva", "10.0.2.5", forwards: true)
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    for (name, address) in [("nva", "10.0.2.4"), ("nva2", "10.0.2.5")] {
      lab.configure(name, in: "hub/nva", address, pools: [EstateBuilder.pool("lb")])
    }
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.100")
    lab.power("nva", "deallocated")
    let one = try trace(lab)
    #expect(one.outcome == .delivered)
    #expect(one.statefulDevices.map { String($0.name) } == ["nva2-nic"])
    lab.power("nva", "running")
    #expect(try trace(lab).assumptions.map(\.code).contains(.firstOfSeveral))
    lab.set(EstateBuilder.nic("nva2"), "enableIPForwarding", false)
    guard case .dropped(.applianceNotForwarding(_, let interface)) = try trace(lab).outcome else {
      Issue.record("a flow that falls to nva2 is lost")
      return
    }
    #expect(interface.name == "nva2-nic")
  }

  @Test("Of several next hops one that doesn't work is followed, for a part of the flows falls to it")
  func equalCost() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("nva2", in: "hub/nva", "10.0.2.5", forwards: true)
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", through: ["10.0.2.4", "10.0.2.5"])
    let sound = try trace(lab)
    #expect(sound.outcome == .delivered)
    #expect(sound.assumptions.map(\.code).contains(.firstOfSeveral))
    lab.set(EstateBuilder.nic("nva2"), "enableIPForwarding", false)
    guard case .dropped(.applianceNotForwarding(_, let interface)) = try trace(lab).outcome else {
      Issue.record("nva2 doesn't forward")
      return
    }
    #expect(interface.name == "nva2-nic")
  }

  @Test("An Azure Firewall forwards by the routes of its own subnet; without its rules the path is open")
  func firewall() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.add(EstateBuilder.subnet("hub/AzureFirewallSubnet"), .init([("addressPrefix", "10.0.3.0/26")]))
    lab.firewall("fw", in: "hub", "10.0.3.4")
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.3.4")
    let trace = try trace(lab)
    #expect(trace.outcome == .unknown)
    #expect(trace.isComplete)
    #expect(trace.hops.map(\.kind) == [.source, .peering, .firewall, .peering, .destination])
    #expect(trace.missing.contains { $0.summary.contains("what firewall fw does") })
  }

  @Test("An appliance with several NICs is assumed to send on by the one at which it received")
  func severalInterfaces() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.machine("out", in: "hub/app", "10.0.1.4", forwards: true)
    lab.remove(EstateBuilder.machine("out"))
    lab.set(EstateBuilder.nic("out"), "virtualMachine", ["id": .string(EstateBuilder.machine("nva"))])
    #expect(try trace(lab).assumptions.map(\.code) == [.guestForwards, .sameInterface])
  }

  @Test("What a next hop in a network that the snapshot lacks does is unknown, not wrong")
  func hiddenNextHop() throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.set(
      EstateBuilder.peering("spoke1/to-hub"), "remoteAddressSpace", ["addressPrefixes": ["10.0.0.0/16"]])
    for id in [EstateBuilder.network("hub"), EstateBuilder.nic("nva"), EstateBuilder.machine("nva")] { lab.remove(id) }
    let trace = try trace(lab)
    #expect(trace.outcome == .unknown)
    #expect(trace.missing.contains { $0.resource?.text == EstateBuilder.network("hub") })
  }

  @Test("An address at which something stands that Azimuth doesn't model isn't nobody's")
  func unmodelled() throws {
    var lab = EstateBuilder.pair
    lab.add(
      EstateBuilder.id("applicationGateways", "agw"),
      .init([
        (
          "frontendIPConfigurations",
          [
            [
              "name": "front",
              "properties": [
                "privateIPAddress": "10.2.2.7", "subnet": ["id": .string(EstateBuilder.subnet("right/other"))],
              ],
            ]
          ]
        )
      ]))
    let trace = try TracerTests.trace(lab, from: "left/app", "10.1.1.10", to: "10.2.2.7")
    #expect(trace.outcome == .delivered)
    #expect(trace.hops.last?.resource?.name == "agw")
  }

  @Test("What a service hides in its delegated subnet is unknown")
  func delegated() throws {
    var lab = EstateBuilder.pair
    lab.set(
      EstateBuilder.subnet("right/other"), "delegations",
      [["name": "sql", "properties": ["serviceName": "Microsoft.Sql/managedInstances"]]])
    let trace = try TracerTests.trace(lab, from: "left/app", "10.1.1.10", to: "10.2.2.7")
    #expect(trace.outcome == .unknown)
  }
}
