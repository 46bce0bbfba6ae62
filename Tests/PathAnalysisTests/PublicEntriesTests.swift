import AzureResources
import Estate
import EstateFixtures
import IPAddressing
import JSONDocument
import PathAnalysis
import Testing

@Suite("The ways in from the internet")
struct PublicEntriesTests {
  typealias B = EstateBuilder

  private static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }

  /// Two machines, `vm` 10.1.1.10 and `two` 10.1.1.11, in the pool of `lb` at 20.0.0.3.
  private static var lab: EstateBuilder {
    var lab = EstateBuilder()
    lab.network("net", ["10.1.0.0/16"], subnets: ["app": "10.1.1.0/24"])
    lab.publicAddress("lb-pip", "20.0.0.3", sku: nil)
    lab.balancer("lb", public: "lb-pip", port: 80)
    for (name, address) in [("vm", "10.1.1.10"), ("two", "10.1.1.11")] {
      lab.machine(name, in: "net/app", address)
      lab.configure(name, in: "net/app", address, pools: [B.pool("lb")])
    }
    return lab
  }

  private static func entries(_ lab: EstateBuilder) throws -> PublicEntries {
    let estate = try lab.estate()
    return PublicEntries(estate, pools: BackendPools(estate, book: AddressBook(estate)))
  }

  private static func target(
    _ lab: EstateBuilder, _ port: UInt16, _ transport: Packet.Transport = .tcp
  ) throws -> BalancerTarget {
    let packet = Packet(
      source: try IPAddress("203.0.113.7"), destination: try IPAddress("20.0.0.3"), port: port, transport: transport)
    return try entries(lab).target(of: packet, balancer: 0, frontend: 0)
  }

  @Test("A rule sends a front end's port to its pool, at the backend port")
  func rule() throws {
    guard case .pool(_, let interfaces, let delivery) = try Self.target(Self.lab, 80) else {
      Issue.record("no pool")
      return
    }
    #expect(interfaces == [0, 1])
    #expect(delivery.port == 80)
    #expect(!delivery.keepsDestination)
    #expect(try Self.target(Self.lab, 81) == .none)
    #expect(try Self.target(Self.lab, 80, .udp) == .none)
  }

  @Test("An inbound NAT rule sends its port to one machine, whichever of the two names the other (E-073)")
  func inboundNAT() throws {
    var lab = Self.lab
    let configuration = "\(B.nic("two"))/ipConfigurations/ipconfig1"
    lab.inboundNATRule(
      of: "lb", JSONObject([("frontendPort", 50001), ("backendIPConfiguration", Self.reference(configuration))]))
    func check() throws {
      guard case .backend(_, let interface, let address, let delivery) = try Self.target(lab, 50001) else {
        Issue.record("no backend")
        return
      }
      #expect(interface == 1)
      #expect(address == (try IPAddress("10.1.1.11")))
      #expect(delivery.port == 22)
    }
    try check()
    lab.inboundNATRule(of: "lb", JSONObject([("frontendPort", 50001)]))
    lab.set(
      B.nic("two"), "ipConfigurations",
      [
        [
          "name": "ipconfig1",
          "properties": [
            "privateIPAddress": "10.1.1.11", "subnet": Self.reference(B.subnet("net/app")),
            "loadBalancerInboundNatRules": [Self.reference("\(B.balancer("lb"))/inboundNatRules/ssh")],
          ],
        ]
      ])
    try check()
  }

  @Test("A range of ports stands for the members of a pool; which port is whose isn't in the configuration")
  func inboundNATPool() throws {
    var lab = Self.lab
    lab.inboundNATRule(
      of: "lb",
      JSONObject([
        ("frontendPortRangeStart", 500), ("frontendPortRangeEnd", 510),
        ("backendAddressPool", Self.reference(B.pool("lb"))),
      ]))
    guard case .oneOf(_, let interfaces, let delivery) = try Self.target(lab, 505) else {
      Issue.record("not one of several")
      return
    }
    #expect(interfaces == [0, 1])
    #expect(delivery.port == 22)
    #expect(try Self.target(lab, 511) == .none)
  }

  @Test("Standard public addresses are closed until a filter allows, Basic ones are open (D-013)")
  func closure() throws {
    var lab = Self.lab
    let address = try IPAddress("20.0.0.3")
    guard case .unknown? = try Self.entries(lab).closure(at: address) else {
      Issue.record("the SKU is not in the snapshot")
      return
    }
    lab.setSKU(B.publicAddress("lb-pip"), "Standard")
    #expect(try Self.entries(lab).closure(at: address) == .closedWithoutFilter)
    lab.setSKU(B.publicAddress("lb-pip"), "Basic")
    #expect(try Self.entries(lab).closure(at: address) == .open)
  }

  @Test("A public address belongs to whoever's configuration names it")
  func owners() throws {
    var lab = Self.lab
    for (name, address) in [("vm", "20.0.0.2"), ("agw", "20.0.0.4"), ("bas", "20.0.0.5"), ("nat", "20.0.0.6")] {
      lab.publicAddress("\(name)-pip", address)
    }
    lab.configure("vm", in: "net/app", "10.1.1.10", public: "vm-pip")
    func configuration(_ name: String) -> JSONValue {
      [["name": "front", "properties": ["publicIPAddress": Self.reference(B.publicAddress(name))]]]
    }
    lab.add(
      B.id("applicationGateways", "agw"),
      JSONObject([
        ("frontendIPConfigurations", configuration("agw-pip")),
        ("frontendPorts", [["name": "p443", "properties": ["port": 443]]]),
        (
          "httpListeners",
          [
            [
              "name": "web",
              "properties": [
                "protocol": "Https",
                "frontendPort": Self.reference("\(B.id("applicationGateways", "agw"))/frontendPorts/p443"),
                "frontendIPConfiguration":
                  Self.reference("\(B.id("applicationGateways", "agw"))/frontendIPConfigurations/front"),
              ],
            ]
          ]
        ),
      ]))
    lab.add(B.id("bastionHosts", "bas"), JSONObject([("ipConfigurations", configuration("bas-pip"))]))
    lab.add(
      B.id("natGateways", "nat"), JSONObject([("publicIpAddresses", [Self.reference(B.publicAddress("nat-pip"))])]))
    let entries = try Self.entries(lab)
    guard case .interface(0, _)? = entries.entry(at: try IPAddress("20.0.0.2")),
      case .applicationGateway(0, _)? = entries.entry(at: try IPAddress("20.0.0.4"))
    else {
      Issue.record("not found")
      return
    }
    #expect(entries.entry(at: try IPAddress("20.0.0.3")) == .loadBalancer(0, frontend: 0))
    #expect(entries.entry(at: try IPAddress("20.0.0.5")) == .bastionHost(0))
    #expect(entries.entry(at: try IPAddress("20.0.0.6")) == .natGateway(0))
    #expect(entries.entry(at: try IPAddress("20.0.0.7")) == nil)
    #expect(try lab.estate().applicationGateways[0].listeners.map(\.port) == [443])
  }
}
