import AzureResources
import Estate
import EstateFixtures
import IPAddressing
import JSONDocument
import PathAnalysis
import TestSupport
import Testing

@Suite("The way out to the internet")
struct OutboundConnectivityTests {
  typealias B = EstateBuilder

  private static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }

  /// `vm` at 10.1.1.10 in `net/app`.
  private static var lab: EstateBuilder {
    var lab = EstateBuilder()
    lab.network("net", ["10.1.0.0/16"], subnets: ["app": "10.1.1.0/24"])
    lab.machine("vm", in: "net/app", "10.1.1.10")
    return lab
  }

  private static func addNATGateway(_ lab: inout EstateBuilder, sku: String = "Standard") {
    lab.publicAddress("nat-pip", "20.0.0.1")
    lab.add(
      B.id("natGateways", "nat"), JSONObject([("publicIpAddresses", [reference(B.publicAddress("nat-pip"))])]),
      [("sku", ["name": .string(sku)])])
    lab.set(B.subnet("net/app"), "natGateway", reference(B.id("natGateways", "nat")))
  }

  /// A public Standard load balancer with `vm` in its pool.
  private static func addBalancer(_ lab: inout EstateBuilder, outbound: String?, sku: String? = "Standard") {
    lab.publicAddress("lb-pip", "20.0.0.3")
    let id = B.balancer("lb")
    let front = reference("\(id)/frontendIPConfigurations/front")
    var properties = JSONObject([
      (
        "frontendIPConfigurations",
        [["name": "front", "properties": ["publicIPAddress": reference(B.publicAddress("lb-pip"))]]]
      ),
      ("backendAddressPools", [["name": "pool", "properties": [:]]]),
      (
        "loadBalancingRules",
        [
          [
            "name": "web",
            "properties": [
              "frontendIPConfiguration": front, "backendAddressPool": reference(B.pool("lb")), "protocol": "Tcp",
              "frontendPort": 80, "backendPort": 8080, "disableOutboundSnat": .bool(outbound != "implicit"),
            ],
          ]
        ]
      ),
    ])
    if let outbound, outbound != "implicit" {
      properties["outboundRules"] = [
        [
          "name": "out",
          "properties": [
            "frontendIPConfigurations": [front], "backendAddressPool": reference(B.pool("lb")),
            "protocol": .string(outbound),
          ],
        ]
      ]
    }
    lab.add(id, properties, sku.map { [("sku", ["name": .string($0)])] } ?? [])
    lab.configure("vm", in: "net/app", "10.1.1.10", pools: [B.pool("lb")])
  }

  private static func connectivity(
    _ lab: EstateBuilder, to destination: String = "203.0.113.7", port: UInt16? = 443,
    _ transport: Packet.Transport = .tcp
  ) throws -> OutboundConnectivity {
    let estate = try lab.estate()
    let pools = BackendPools(estate, book: AddressBook(estate))
    let packet = Packet(
      source: try IPAddress("10.1.1.10"), destination: try IPAddress(destination), port: port, transport: transport)
    return OutboundConnectivityFinder(estate, pools: pools).connectivity(of: packet, fromInterface: 0)
  }

  private static func name(_ method: OutboundConnectivity.Method) -> String {
    switch method {
    case .natGateway: "natGateway"
    case .instancePublicIPAddress: "publicIp"
    case .outboundRule, .loadBalancingRule: "lbOutbound"
    case .defaultOutboundAccess: "defaultOutbound"
    case .none: "none"
    case .unknown: "unknown"
    }
  }

  @Test(
    "The reference's table of precedence holds (E-060, E-061)",
    .enabled(if: OutsideData.reference != nil, "AZIMUTH_REFERENCE is not set"))
  func precedence() throws {
    let file = try #require(JSONFile.value("\(OutsideData.reference ?? "")/examples/22-outbound-precedence.json"))
    var count = 0
    for row in file["cases"]?.elements ?? [] where row["row00"] == nil {
      var lab = Self.lab
      if row["lbOutbound"]?.flag == true { Self.addBalancer(&lab, outbound: "All") }
      if row["inStandardInternalPoolOnly"]?.flag == true {
        lab.balancer("ilb", in: "net/app", "10.1.1.100")
        lab.configure("vm", in: "net/app", "10.1.1.10", pools: [B.pool("ilb")])
        lab.setSKU(B.balancer("ilb"), "Standard")
      }
      if row["publicIp"]?.flag == true {
        lab.publicAddress("vm-pip", "20.0.0.2")
        lab.configure(
          "vm", in: "net/app", "10.1.1.10", public: "vm-pip",
          pools: row["lbOutbound"]?.flag == true ? [B.pool("lb")] : [])
      }
      if row["natGateway"]?.flag == true { Self.addNATGateway(&lab) }
      if let access = row["defaultOutboundAccess"] { lab.set(B.subnet("net/app"), "defaultOutboundAccess", access) }
      #expect(Self.name(try Self.connectivity(lab).method) == row["expected"]?.text, "\(row)")
      count += 1
    }
    #expect(count == 6)
  }

  @Test("Each way out has its public address")
  func addresses() throws {
    var lab = Self.lab
    Self.addBalancer(&lab, outbound: "implicit")
    #expect(try Self.connectivity(lab).addresses == [try IPAddress("20.0.0.3")])
    lab.publicAddress("vm-pip", "20.0.0.2")
    lab.configure("vm", in: "net/app", "10.1.1.10", public: "vm-pip")
    #expect(try Self.connectivity(lab).addresses == [try IPAddress("20.0.0.2")])
    Self.addNATGateway(&lab)
    #expect(try Self.connectivity(lab).addresses == [try IPAddress("20.0.0.1")])
  }

  @Test("A front end that takes its address from a public prefix is public as well")
  func prefixes() throws {
    var lab = Self.lab
    Self.addBalancer(&lab, outbound: "All")
    lab.add(B.id("publicIPPrefixes", "range"), JSONObject([("ipPrefix", "20.5.0.0/28")]))
    lab.set(
      B.balancer("lb"), "frontendIPConfigurations",
      [["name": "front", "properties": ["publicIPPrefix": Self.reference(B.id("publicIPPrefixes", "range"))]]])
    let found = try Self.connectivity(lab)
    #expect(Self.name(found.method) == "lbOutbound")
    #expect(found.prefixes == [try IPPrefix("20.5.0.0/28")])
  }

  @Test("A pool that names its members, by configuration or address, counts like one that they name")
  func poolMembers() throws {
    for member: JSONValue in [
      ["backendIPConfigurations": [Self.reference("\(B.nic("vm"))/ipConfigurations/ipconfig1")]],
      [
        "virtualNetwork": Self.reference(B.network("net")),
        "loadBalancerBackendAddresses": [["name": "a", "properties": ["ipAddress": "10.1.1.10"]]],
      ],
    ] {
      var lab = Self.lab
      Self.addBalancer(&lab, outbound: "All")
      lab.configure("vm", in: "net/app", "10.1.1.10")
      lab.set(B.balancer("lb"), "backendAddressPools", [["name": "pool", "properties": member]])
      #expect(Self.name(try Self.connectivity(lab).method) == "lbOutbound")
    }
  }

  @Test("ICMP leaves by a public address, not by load balancers and Standard NAT gateways (E-063, E-065)")
  func icmp() throws {
    var lab = Self.lab
    Self.addBalancer(&lab, outbound: "All")
    #expect(try Self.connectivity(lab, port: nil, .icmp).obstacle != nil)
    #expect(try Self.connectivity(lab).obstacle == nil)
    Self.addNATGateway(&lab)
    #expect(try Self.connectivity(lab, port: nil, .icmp).obstacle != nil)
    Self.addNATGateway(&lab, sku: "StandardV2")
    #expect(try Self.connectivity(lab, port: nil, .icmp).obstacle == nil)
    lab = Self.lab
    lab.publicAddress("vm-pip", "20.0.0.2")
    lab.configure("vm", in: "net/app", "10.1.1.10", public: "vm-pip")
    #expect(try Self.connectivity(lab, port: nil, .icmp).obstacle == nil)
  }

  @Test("An outbound rule for TCP doesn't let UDP out")
  func udp() throws {
    var lab = Self.lab
    Self.addBalancer(&lab, outbound: "Tcp")
    #expect(try Self.connectivity(lab).obstacle == nil)
    #expect(try Self.connectivity(lab, port: 53, .udp).obstacle != nil)
  }

  @Test("A subnet that says nothing of default outbound access has it, as something assumed (E-062)")
  func defaultOutbound() throws {
    var lab = Self.lab
    #expect(try Self.connectivity(lab).method == .defaultOutboundAccess(isStated: false))
    lab.set(B.subnet("net/app"), "defaultOutboundAccess", true)
    #expect(try Self.connectivity(lab).method == .defaultOutboundAccess(isStated: true))
    #expect(try Self.connectivity(lab, to: "2001:db8::1").method == .none(.noPublicIPv6))
  }

  @Test("What the snapshot lacks is said: the NAT gateway, the SKU, the address")
  func missing() throws {
    var lab = Self.lab
    lab.set(B.subnet("net/app"), "natGateway", Self.reference(B.id("natGateways", "absent")))
    #expect(Self.name(try Self.connectivity(lab).method) == "unknown")
    lab = Self.lab
    Self.addBalancer(&lab, outbound: nil, sku: nil)
    #expect(Self.name(try Self.connectivity(lab).method) == "unknown")
    lab = Self.lab
    lab.configure("vm", in: "net/app", "10.1.1.10", public: "absent")
    let found = try Self.connectivity(lab)
    #expect(Self.name(found.method) == "publicIp")
    #expect(found.missing.count == 1)
  }

  @Test("Mail on port 25 is unknown unless the subscription may send it (D-082)")
  func mail() throws {
    var lab = Self.lab
    let subscription = "00000000-0000-0000-0000-000000000001"
    #expect(try Self.connectivity(lab, port: 25).mail == .unknown(subscription: subscription))
    #expect(try Self.connectivity(lab, port: 587).mail == .notMail)
    #expect(try Self.connectivity(lab, to: "10.9.9.9", port: 25).mail == .notMail)
    lab.add(
      "/subscriptions/\(subscription)",
      JSONObject([("subscriptionPolicies", ["quotaId": "EnterpriseAgreement_2014-09-01"])]))
    #expect(try Self.connectivity(lab, port: 25).mail == .allowed)
  }
}
