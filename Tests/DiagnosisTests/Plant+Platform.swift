import Diagnosis
import EstateFixtures
import Findings
import JSONDocument
import PathAnalysis

/// Faults of firewalls (F10), of the way out to the internet and of health probes (N6, N7), of admin rules (F7).
extension Plant {
  private typealias Lab = EstateBuilder

  static let platform: [Plant] = [
    Plant(
      "F7: a network manager's rule denies what the group allows", "vm1", "vm2", .adminRuleDenies,
      at: "\(Lab.manager)/securityAdminConfigurations/secure/ruleCollections/rules/rules/no-web",
      says: ["security admin rule no-web (priority 10, Inbound) of network manager manager", "in right"],
      commands: [
        "az network manager post-commit --network-manager-name manager",
        "--commit-type SecurityAdmin --target-locations westeurope --configuration-ids",
      ],
      in: { .filtered },
      fault: {
        $0.networkGroup("all", ["right"])
        $0.adminConfiguration("secure", for: "all")
        $0.adminRule("secure", "no-web", 10, "Inbound", "Deny", "Tcp", ports: ["443"])
      },
      repair: {
        $0.adminRule(
          "secure", "web", 9, "Inbound", "Allow", "Tcp", from: ["10.1.1.10"], to: ["10.2.1.10"], ports: ["443"])
      }),
    Plant(
      "F10: no rule of the firewall allows the flow", "vm1", "vm2", .firewallDenies, at: Lab.firewall("fw"),
      says: ["no rule of firewall fw allows TCP 10.1.1.10 to 10.2.1.10 port 443"], commands: ["networkRuleCollections"],
      in: { .firewalled },
      fault: { $0.networkRules([]) }, repair: { $0.networkRules(["*"]) }),
    Plant(
      "F10: a rule of the firewall denies the flow", "vm1", "vm2", .firewallDenies, at: Lab.firewall("fw"),
      says: ["rule fw/deny/no-web of firewall fw denies TCP 10.1.1.10 to 10.2.1.10 port 443"],
      commands: ["networkRuleCollections", "149"], in: { .firewalled },
      fault: {
        let rule: JSONValue = [
          "name": "no-web", "protocols": ["TCP"], "sourceAddresses": ["*"], "destinationAddresses": ["10.2.0.0/16"],
          "destinationPorts": ["443"],
        ]
        $0.set(
          Lab.firewall("fw"), "networkRuleCollections",
          [["name": "deny", "properties": ["priority": 150, "action": ["type": "Deny"], "rules": [rule]]]])
      }, repair: { $0.networkRules(["*"]) }),
    Plant(
      "F10: no NAT rule of the firewall", "internet", "20.1.1.9", .noTranslationRule, at: Lab.firewall("fw"),
      says: ["no NAT rule of firewall fw"],
      in: {
        var lab = EstateBuilder.firewalled
        lab.publicAddress("fw-ip", "20.1.1.9", sku: "Standard")
        lab.publicFirewall()
        return lab
      }, fault: { _ in },
      repair: {
        $0.set(
          Lab.firewall("fw"), "natRuleCollections",
          [
            [
              "name": "in",
              "properties": [
                "priority": 100, "action": ["type": "Dnat"],
                "rules": [
                  [
                    "name": "web", "protocols": ["TCP"], "sourceAddresses": ["*"],
                    "destinationAddresses": ["20.1.1.9"], "destinationPorts": ["443"],
                    "translatedAddress": "10.2.1.10", "translatedPort": "443",
                  ]
                ],
              ],
            ]
          ])
      }),
    Plant(
      "N6: a private subnet without a way out", "vm1", "internet", .noOutbound, at: Lab.subnet("left/app"),
      says: ["nothing gives vm1 a public source", "default outbound access off"], commands: ["--nat-gateway"],
      in: { .pair }, fault: { $0.set(Lab.subnet("left/app"), "defaultOutboundAccess", false) },
      repair: { $0.set(Lab.subnet("left/app"), "defaultOutboundAccess", true) }),
    Plant(
      "N7: the health probe is denied at every backend", "vm1", "vm2", .probeDenied, at: Lab.securityGroup("nva-nsg"),
      says: ["load balancer lb hands nothing on: its health probe from 168.63.129.16"],
      commands: ["--source-address-prefixes AzureLoadBalancer"],
      in: {
        var lab = EstateBuilder.balancedAppliance
        lab.probe("lb", port: 8080)
        // Both ways pass the front end.
        lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.0.2.100")
        return lab
      },
      fault: {
        $0.securityGroup("nva-nsg", at: ["hub/nva"])
        $0.securityRule("nva-nsg", "networks", 100, "Allow", from: "10.0.0.0/8")
        $0.securityRule("nva-nsg", "rest", 4000, "Deny")
      },
      repair: { $0.securityRule("nva-nsg", "probe", 3999, "Allow", from: "AzureLoadBalancer") }),
    Plant(
      "ping through a NAT gateway", "vm1", "internet", port: nil, .protocolNotTranslated,
      at: Lab.id("natGateways", "nat"), says: ["nat, by which vm1 gets out", "ICMP is dropped"],
      in: {
        var lab = EstateBuilder.pair
        lab.publicAddress("nat-ip", "20.1.1.7", sku: "Standard")
        lab.add(
          Lab.id("natGateways", "nat"),
          JSONObject([("publicIpAddresses", [["id": .string(Lab.publicAddress("nat-ip"))]])]),
          [("sku", ["name": "Standard"])])
        return lab
      },
      fault: { $0.set(Lab.subnet("left/app"), "natGateway", ["id": .string(Lab.id("natGateways", "nat"))]) },
      repair: { $0.set(Lab.subnet("left/app"), "natGateway", nil) }, transport: .icmp),
  ]
}

extension EstateBuilder {
  /// Two spokes that reach each other through the hub's Azure Firewall `fw`, which allows everything.
  static var firewalled: EstateBuilder {
    var lab = hubAndSpokes
    lab.add(subnet("hub/AzureFirewallSubnet"), .init([("addressPrefix", "10.0.3.0/26")]))
    lab.firewall("fw", in: "hub", "10.0.3.4")
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.3.4")
    lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.0.3.4")
    lab.networkRules(["*"])
    return lab
  }

  /// Gives `fw` a public address.
  mutating func publicFirewall() {
    set(
      Self.firewall("fw"), "ipConfigurations",
      [
        [
          "name": "front",
          "properties": [
            "privateIPAddress": "10.0.3.4", "subnet": ["id": .string(Self.subnet("hub/AzureFirewallSubnet"))],
            "publicIPAddress": ["id": .string(Self.publicAddress("fw-ip"))],
          ],
        ]
      ])
  }

  /// Classic network rules of `fw` that allow destinations.
  mutating func networkRules(_ destinations: [String]) {
    let rules = destinations.enumerated().map { number, destination -> JSONValue in
      [
        "name": .string("rule\(number)"), "protocols": ["Any"], "sourceAddresses": ["*"],
        "destinationAddresses": [.string(destination)], "destinationPorts": ["*"],
      ]
    }
    set(
      Self.firewall("fw"), "networkRuleCollections",
      [["name": "allow", "properties": ["priority": 200, "action": ["type": "Allow"], "rules": .array(rules)]]])
  }

  /// Gives a load balancer's only rule a probe.
  mutating func probe(_ name: String, port: Int) {
    let id = Self.balancer(name)
    set(
      id, "probes",
      [["name": "probe", "properties": ["protocol": "Tcp", "port": .integer(Int64(port))]]])
    let rule: JSONValue = [
      "frontendIPConfiguration": ["id": .string("\(id)/frontendIPConfigurations/front")],
      "backendAddressPool": ["id": .string(Self.pool(name))], "protocol": "All", "frontendPort": 0, "backendPort": 0,
      "probe": ["id": .string("\(id)/probes/probe")],
    ]
    set(id, "loadBalancingRules", [["name": "rule", "properties": rule]])
  }
}
