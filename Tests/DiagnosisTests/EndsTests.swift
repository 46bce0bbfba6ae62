import Diagnosis
import EstateFixtures
import Findings
import IPAddressing
import JSONDocument
import PathAnalysis
import Routing
import Testing

@Suite("Ends of a connection")
struct EndsTests {
  private typealias Lab = EstateBuilder

  @Test("Stopped machines can count as running")
  func evenIfStopped() throws {
    var lab = EstateBuilder.hubAndSpokes
    for machine in ["vm1", "vm2", "nva"] { lab.power(machine, "deallocated") }
    let asRecorded = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(
      asRecorded.checks.filter { $0.status == .fail }.map(\.code)
        == [.sourceStopped, .applianceStopped, .destinationStopped])
    #expect(asRecorded.cause?.code == .sourceStopped)
    let asIfRunning = try Plant.diagnose(lab, "vm1", "vm2", machines: .asIfRunning)
    #expect(asIfRunning.cause == nil)
    #expect(asIfRunning.forward.outcome == .delivered)
    #expect(asIfRunning.checks.filter { $0.status == .skipped }.map(\.code) == [.sourceStopped, .destinationStopped])
  }

  @Test("A power state that the snapshot doesn't hold is unknown and assumed")
  func unknownPower() throws {
    var lab = EstateBuilder.pair
    lab.power("vm2", nil)
    let diagnosis = try Plant.diagnose(lab, "vm1", "vm2")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.checks.contains { $0.code == .destinationStopped && $0.status == .unknown })
    #expect(diagnosis.assumptions.map(\.code).contains(.machineRuns))
  }

  @Test("An empty subnet stands for any host in it, at both ends")
  func emptySubnets() throws {
    let diagnosis = try Plant.diagnose(.hubAndSpokes, "subnet spoke1/empty", "subnet spoke2/empty")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.forward.outcome == .delivered)
    #expect(diagnosis.wayBack?.outcome == .delivered)
    #expect(diagnosis.source.address == (try IPAddress("10.1.2.4")))
    #expect(diagnosis.assumptions.filter { $0.code == .representativeAddress }.count == 2)
  }

  @Test("A subnet's stopped machines don't stand for it: a free address does")
  func occupiedSubnet() throws {
    var lab = EstateBuilder.pair
    lab.machine("first", in: "right/app", "10.2.1.4")
    lab.power("first", "stopped")
    let diagnosis = try Plant.diagnose(lab, "vm1", "subnet right/app")
    #expect(diagnosis.destination.address == (try IPAddress("10.2.1.5")))
    #expect(diagnosis.cause == nil)
  }

  @Test("Platform addresses are reached whatever the routes say", arguments: ["168.63.129.16", "169.254.169.254"])
  func platform(address: String) throws {
    var lab = EstateBuilder.hubAndSpokes
    lab.route("rt1", "all", "0.0.0.0/0", type: "None")
    let diagnosis = try Plant.diagnose(lab, "vm1", address, port: 80)
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .platform])
    #expect(diagnosis.wayBack == nil)
  }

  @Test("A health probe comes from the host itself")
  func probe() throws {
    let diagnosis = try Plant.diagnose(.pair, "168.63.129.16", "vm1")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.forward.outcome == .delivered)
    #expect(diagnosis.wayBack?.hops.last?.kind == .platform)
  }

  @Test("The internet is reached by the default route, and its answers are taken for granted")
  func internet() throws {
    let diagnosis = try Plant.diagnose(.pair, "vm1", "internet")
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .internet])
    #expect(diagnosis.wayBack == nil)
    #expect(diagnosis.assumptions.map(\.code) == [.defaultOutboundAccess, .serviceAnswers])
    #expect(diagnosis.verdict == .reachable)
    #expect(try Plant.diagnose(.pair, "vm1", "8.8.8.8").forward.outcome == .delivered)
  }

  @Test("A public address without a forced tunnel is reached from the internet, and answers straight")
  func published() throws {
    var lab = EstateBuilder.pair
    lab.publish("vm1", in: "left/app", "10.1.1.10")
    for destination in ["vm1", "20.1.1.1"] {
      let diagnosis = try Plant.diagnose(lab, "internet", destination)
      #expect(diagnosis.cause == nil)
      #expect(diagnosis.forward.hops.map(\.kind) == [.internet, .destination])
      #expect(diagnosis.wayBack?.hops.map(\.kind) == [.source, .internet])
    }
  }

  @Test("A public load balancer leads the internet to its backend, port by port")
  func publicBalancer() throws {
    var lab = EstateBuilder.pair
    lab.publicAddress("pip", "20.1.1.1")
    lab.balancer("lb", public: "pip", port: 443)
    lab.configure("vm1", in: "left/app", "10.1.1.10", pools: [EstateBuilder.pool("lb")])
    let balanced = try Plant.diagnose(lab, "internet", "20.1.1.1")
    #expect(balanced.forward.hops.map(\.kind) == [.internet, .loadBalancer, .destination])
    #expect(balanced.cause == nil)
    #expect(try Plant.diagnose(lab, "internet", "20.1.1.1", port: 22).cause?.code == .loadBalancerCannotForward)
    #expect(try Plant.diagnose(lab, "internet", "vm1").verdict == .reachable)
    #expect(try Plant.diagnose(lab, "internet", "vm1", port: 22).cause?.code == .loadBalancerCannotForward)
  }

  @Test(
    "An inbound NAT rule leads the internet to a host, which is asked for by its own port",
    arguments: [nil, EstateBuilder.pool("lb")])
  func inboundNATRule(pool: String?) throws {
    var lab = EstateBuilder.pair
    lab.publicAddress("pip", "20.1.1.1", sku: "Standard")
    lab.balancer("lb", public: "pip", port: 443)
    lab.configure("vm1", in: "left/app", "10.1.1.10", pools: pool.map { [$0] } ?? [])
    lab.inboundNATRule(
      of: "lb",
      pool.map { pool in
        JSONObject([
          ("frontendPortRangeStart", 50000), ("frontendPortRangeEnd", 50009),
          ("backendAddressPool", ["id": .string(pool)]),
        ])
      }
        ?? JSONObject([
          ("frontendPort", 50001),
          ("backendIPConfiguration", ["id": .string("\(Lab.nic("vm1"))/ipConfigurations/ipconfig1")]),
        ]))
    lab.securityGroup("open", subnets: ["left/app"])
    lab.rule("open", "in", 100, "Inbound", "Allow", ports: ["22", "23", "443"])
    let named = try Plant.diagnose(lab, "internet", "vm1", port: 22)
    #expect(named.verdict == .reachable)
    #expect(named.forward.hops.map(\.kind) == [.internet, .loadBalancer, .destination])
    let addressed = try Plant.diagnose(lab, "internet", "20.1.1.1", port: 50001)
    #expect(addressed.verdict == .reachable, "\(addressed.cause?.summary ?? "")")
    #expect(addressed.forward.hops.last?.address == (try IPAddress("10.1.1.10")))
    #expect(try Plant.diagnose(lab, "internet", "20.1.1.1", port: 22).cause?.code == .loadBalancerCannotForward)
    #expect(try Plant.diagnose(lab, "internet", "vm1", port: 23).cause?.code == .loadBalancerCannotForward)
  }

  @Test(
    "A private endpoint takes TCP; a ping or UDP to it is a cause with a name", arguments: Packet.Transport.allCases)
  func endpointTransport(transport: Packet.Transport) throws {
    var lab = EstateBuilder.pair
    lab.endpoint("pe", in: "right/app", "10.2.1.20")
    let port: UInt16? = transport == .icmp ? nil : 443
    let diagnosis = try Plant.diagnose(lab, "vm1", "10.2.1.20", port: port, transport: transport)
    #expect(diagnosis.forward.hops.last?.kind == .privateEndpoint)
    #expect(diagnosis.cause?.code == (transport == .tcp ? nil : .endpointTransport))
    #expect(diagnosis.verdict == (transport == .tcp ? .reachable : .blocked))
  }

  @Test("A machine's own public address is reached from inside the estate through the internet")
  func publicFromInside() throws {
    var lab = EstateBuilder.pair
    lab.publish("vm2", in: "right/app", "10.2.1.10")
    let diagnosis = try Plant.diagnose(lab, "vm1", "20.1.1.1")
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .internet, .destination])
    #expect(diagnosis.wayBack?.hops.map(\.kind) == [.source, .internet])
    // A device on the way out translates the source, so that the answer finds back to it.
    lab.table("out", of: ["left/app"])
    lab.machine("proxy", in: "left/other", "10.1.2.4", forwards: true)
    lab.route("out", "all", "0.0.0.0/0", via: "10.1.2.4")
    #expect(try Plant.diagnose(lab, "vm1", "20.1.1.1").checks.allSatisfy { $0.code != .asymmetricReturn })
    lab.table("rt", of: ["right/app"])
    lab.machine("nva", in: "right/other", "10.2.2.4", forwards: true)
    lab.route("rt", "all", "0.0.0.0/0", via: "10.2.2.4")
    #expect(try Plant.diagnose(lab, "vm1", "20.1.1.1").cause?.code == .asymmetricReturn)
  }

  @Test("Where a firewall's public address leads is unknown without the firewall's rules")
  func firewallAddress() throws {
    var lab = EstateBuilder.pair
    lab.add(EstateBuilder.subnet("left/AzureFirewallSubnet"), .init([("addressPrefix", "10.1.3.0/26")]))
    lab.publicAddress("pip", "20.1.1.1")
    lab.firewall("fw", in: "left", "10.1.3.4")
    lab.set(
      EstateBuilder.firewall("fw"), "ipConfigurations",
      [
        [
          "name": "front",
          "properties": [
            "publicIPAddress": ["id": .string(EstateBuilder.publicAddress("pip"))],
            "subnet": ["id": .string(EstateBuilder.subnet("left/AzureFirewallSubnet"))],
          ],
        ]
      ])
    let diagnosis = try Plant.diagnose(lab, "internet", "20.1.1.1")
    #expect(diagnosis.verdict == .indeterminate)
    #expect(diagnosis.forward.outcome == .unknown)
    #expect(diagnosis.missing.contains { $0.summary.contains("what firewall fw does") })
  }

  @Test("On-premises reaches a spoke by gateway transit, which needs no forwarded traffic")
  func onPremises() throws {
    var lab = EstateBuilder.hubWithGateway
    lab.set(EstateBuilder.peering("spoke1/to-hub"), "allowForwardedTraffic", false)
    let diagnosis = try Plant.diagnose(lab, "onpremises", "vm1")
    #expect(diagnosis.cause == nil)
    #expect(diagnosis.forward.hops.map(\.kind) == [.source, .peering, .destination])
    #expect(diagnosis.wayBack?.hops.map(\.kind) == [.source, .gateway, .onPremises])
    #expect(try Plant.diagnose(lab, "192.168.7.7", "vm1").cause == nil)
  }

  @Test("A connection to oneself and one within a subnet need no route of a user")
  func near() throws {
    var lab = EstateBuilder.pair
    lab.machine("vm3", in: "left/app", "10.1.1.11")
    #expect(try Plant.diagnose(lab, "vm1", "vm1").forward.hops.map(\.kind) == [.source, .destination])
    let neighbours = try Plant.diagnose(lab, "vm1", "vm3")
    #expect(neighbours.cause == nil)
    #expect(neighbours.wayBack?.outcome == .delivered)
  }

  @Test("What can't be placed is an error with a remedy")
  func errors() throws {
    var lab = EstateBuilder.pair
    lab.machine("twin", in: "right/other", "10.1.1.10")
    for (source, destination) in [("172.20.0.1", "vm1"), ("onpremises", "vm1"), ("vm1", "10.1.1.10"), ("vm9", "vm1")] {
      let error = #expect(throws: QuestionError.self) { try Plant.diagnose(lab, source, destination) }
      #expect(error?.remedy.isEmpty == false)
      #expect(error?.description.isEmpty == false)
    }
  }
}
