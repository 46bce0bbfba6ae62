import EstateFixtures
import JSONDocument

extension EstateBuilder {
  /// Two peered hubs, each with an appliance, and spokes around them; sound as it is.
  ///
  /// * `hub-a`: appliance `nva-a` 10.0.2.4, also behind load balancer `lb-a` 10.0.2.100; VPN gateway `gw` to the site
  ///   `office` 192.168.0.0/16; `web` 10.0.3.10 with a public address; private endpoint `sql` 10.0.4.10.
  /// * `spoke-a1` 10.1.0.0/16 (`a1`): to the other spokes, the office and the hub's `web` through the appliance.
  /// * `spoke-a2` 10.2.0.0/16 (`a2`): to `spoke-a1` through the load balancer, to the office straight by the gateway.
  /// * `spoke-a3` 10.3.0.0/16 (`a3`): everything through the appliance, propagation off; so have `spoke-a4` to
  ///   `spoke-a6`.
  /// * `hub-b`: appliance `nva-b` 10.100.2.4, firewall `fw` 10.100.1.4; `spoke-b1` 10.101.0.0/16 (`b1`), `spoke-b2`
  ///   10.102.0.0/16 (`b2`), between them the firewall.
  static var twoHubs: EstateBuilder {
    var lab = EstateBuilder()
    lab.addHubs()
    lab.addSpokes()
    lab.addRoutes()
    lab.addFilters()
    return lab
  }

  private mutating func addHubs() {
    network(
      "hub-a", ["10.0.0.0/16"],
      subnets: [
        "nva": "10.0.2.0/24", "web": "10.0.3.0/24", "endpoints": "10.0.4.0/24", "GatewaySubnet": "10.0.255.0/27",
      ])
    network(
      "hub-b", ["10.100.0.0/16"], subnets: ["nva": "10.100.2.0/24", "AzureFirewallSubnet": "10.100.1.0/26"])
    peer("hub-b", "hub-a")
    machine("nva-a", in: "hub-a/nva", "10.0.2.4", forwards: true)
    machine("nva-b", in: "hub-b/nva", "10.100.2.4", forwards: true)
    balancer("lb-a", in: "hub-a/nva", "10.0.2.100")
    configure("nva-a", in: "hub-a/nva", "10.0.2.4", pools: [Self.pool("lb-a")])
    // A member of a Standard load balancer's pool needs a way out of its own.
    publicAddress("nat-ip", "20.1.1.2", sku: "Standard")
    let nat = Self.id("natGateways", "nat-a")
    add(nat, JSONObject([("publicIpAddresses", [["id": .string(Self.publicAddress("nat-ip"))]])]))
    set(Self.subnet("hub-a/nva"), "natGateway", ["id": .string(nat)])
    gateway("gw", in: "hub-a")
    site("office", ["192.168.0.0/16"])
    connection("to-office", "gw", site: "office")
    publicAddress("web-ip", "20.1.1.1", sku: "Standard")
    machine("web", in: "hub-a/web", "10.0.3.10")
    configure("web", in: "hub-a/web", "10.0.3.10", public: "web-ip")
    endpoint("sql", in: "hub-a/endpoints", "10.0.4.10")
    firewall("fw", in: "hub-b", "10.100.1.4")
  }

  private mutating func addSpokes() {
    for number in 1...6 {
      network("spoke-a\(number)", ["10.\(number).0.0/16"], subnets: ["app": "10.\(number).1.0/24"])
      peer("spoke-a\(number)", "hub-a", gateway: true)
      machine("a\(number)", in: "spoke-a\(number)/app", "10.\(number).1.10")
    }
    for number in 1...2 {
      network("spoke-b\(number)", ["10.10\(number).0.0/16"], subnets: ["app": "10.10\(number).1.0/24"])
      peer("spoke-b\(number)", "hub-b")
      machine("b\(number)", in: "spoke-b\(number)/app", "10.10\(number).1.10")
    }
  }

  private mutating func addRoutes() {
    table("rt-a1", of: ["spoke-a1/app"])
    route("rt-a1", "to-a2", "10.2.0.0/16", via: "10.0.2.100")
    route("rt-a1", "to-b1", "10.101.0.0/16", via: "10.0.2.4")
    route("rt-a1", "to-office", "192.168.0.0/16", via: "10.0.2.4")
    route("rt-a1", "to-web", "10.0.3.0/24", via: "10.0.2.4")
    table("rt-a2", of: ["spoke-a2/app"])
    route("rt-a2", "to-a1", "10.1.0.0/16", via: "10.0.2.100")
    for number in 3...6 {
      table("rt-a\(number)", of: ["spoke-a\(number)/app"], propagation: false)
      route("rt-a\(number)", "all", "0.0.0.0/0", via: "10.0.2.4")
    }
    table("rt-b1", of: ["spoke-b1/app"])
    route("rt-b1", "to-a1", "10.1.0.0/16", via: "10.100.2.4")
    table("rt-nva-a", of: ["hub-a/nva"])
    route("rt-nva-a", "to-b1", "10.101.0.0/16", via: "10.100.2.4")
    table("rt-nva-b", of: ["hub-b/nva"])
    route("rt-nva-b", "to-a1", "10.1.0.0/16", via: "10.0.2.4")
    table("rt-web", of: ["hub-a/web"])
    route("rt-web", "to-a1", "10.1.0.0/16", via: "10.0.2.4")
    table("rt-gw", of: ["hub-a/GatewaySubnet"])
    for number in [1, 3, 4, 5, 6] { route("rt-gw", "to-a\(number)", "10.\(number).0.0/16", via: "10.0.2.4") }
  }

  private mutating func addFilters() {
    securityGroup("nsg-web", at: ["hub-a/web"])
    securityRule("nsg-web", "admin", 100, "Allow", transport: "Tcp", from: "Internet", port: "22")
    securityGroup("nsg-a2", at: ["spoke-a2/app"])
    securityRule("nsg-a2", "spokes", 200, "Allow", from: "10.0.0.0/8")
    securityGroup("nsg-a1", at: ["spoke-a1/app"])
    securityRule("nsg-a1", "spokes", 200, "Allow", from: "10.0.0.0/8")
  }
}
