import Diagnosis
import EstateFixtures
import Findings
import JSONDocument

/// Faults of filters (F).
extension Plant {
  private typealias Lab = EstateBuilder

  static let filters: [Plant] = [
    Plant(
      "F2: a rule at the receiver's subnet denies everything", "vm1", "vm2", .ruleDenies, at: Lab.securityGroup("nsg"),
      says: ["rule deny-all (priority 100, Inbound) of nsg, at subnet app", "10.1.1.10 to 10.2.1.10 to port 443"],
      commands: [], in: { .filtered }, fault: { $0.securityRule("nsg", "deny-all", 100, "Deny") },
      repair: { $0.remove("\(Lab.securityGroup("nsg"))/securityRules/deny-all") }),
    Plant(
      "F3: a rule denies one port", "vm1", "vm2", port: 22, .ruleDenies, at: Lab.securityGroup("nsg"),
      says: ["rule no-ssh (priority 200, Inbound) of nsg"],
      commands: [
        "--priority 199 --direction Inbound --access Allow --protocol Tcp --source-address-prefixes 10.1.1.10",
        "--destination-address-prefixes 10.2.1.10 --destination-port-ranges 22",
      ], in: { .filtered },
      fault: { $0.securityRule("nsg", "no-ssh", 200, "Deny", transport: "Tcp", port: "22") },
      repair: {
        $0.securityRule(
          "nsg", "allow", 199, "Allow", transport: "Tcp", from: "10.1.1.10", to: "10.2.1.10", port: "22")
      }),
    Plant(
      "F4: the NIC's group denies what the subnet's allows", "vm1", "vm2", .ruleDenies,
      at: Lab.securityGroup("nic-nsg"), says: ["of nic-nsg, at NIC vm2-nic"], commands: ["--nsg-name nic-nsg"],
      in: { .filtered },
      fault: {
        $0.securityGroup("nic-nsg", at: ["vm2"])
        $0.securityRule("nic-nsg", "no-web", 300, "Deny", port: "443")
      },
      repair: { $0.securityRule("nic-nsg", "web", 299, "Allow", port: "443") }),
    Plant(
      "F4: outbound the subnet's group denies what the NIC's allows", "vm1", "vm2", .ruleDenies,
      at: Lab.securityGroup("out-nsg"), says: ["(priority 300, Outbound) of out-nsg, at subnet app", "out of vm1-nic"],
      commands: ["--direction Outbound"], in: { .filtered },
      fault: {
        $0.securityGroup("out-nsg", at: ["left/app"])
        $0.securityGroup("nic-nsg", at: ["vm1"])
        $0.securityRule("nic-nsg", "all", 100, "Allow", "Outbound")
        $0.securityRule("out-nsg", "no-web", 300, "Deny", "Outbound", port: "443")
      },
      repair: { $0.securityRule("out-nsg", "web", 299, "Allow", "Outbound", port: "443") }),
    Plant(
      "nothing lets the internet in", "internet", "vm2", .defaultRuleDenies, at: Lab.securityGroup("nsg"),
      says: ["default rule DenyAllInBound (priority 65500, Inbound) of nsg"],
      commands: ["--source-address-prefixes Internet", "--destination-address-prefixes 10.2.1.10"],
      in: { .filtered }, fault: { _ in },
      repair: { $0.securityRule("nsg", "web", 100, "Allow", from: "Internet", to: "10.2.1.10", port: "443") }),
    Plant(
      "I-29: the rule for the internet names the public address", "internet", "vm2", .defaultRuleDenies,
      at: Lab.securityGroup("nsg"), says: ["almost lets it pass, but its destination doesn't hold 10.2.1.10"],
      commands: ["--priority 110"], in: { .filtered },
      fault: { $0.securityRule("nsg", "web", 100, "Allow", from: "Internet", to: "20.1.1.1", port: "443") },
      repair: { $0.securityRule("nsg", "web", 100, "Allow", from: "Internet", to: "10.2.1.10", port: "443") }),
    Plant(
      "F6: the rule is for a group that the NIC is not in", "vm1", "vm2", .notInApplicationSecurityGroup,
      at: Lab.securityGroup("nsg"), says: ["for members of web alone, and vm2-nic is none"],
      commands: ["--application-security-groups \(Lab.applicationGroup("web"))"], in: { .filtered },
      fault: {
        $0.add(Lab.applicationGroup("web"), JSONObject([]))
        $0.securityRule("nsg", "to-web", 100, "Allow", to: "asg web", port: "443")
        $0.securityRule("nsg", "deny-all", 4096, "Deny")
      },
      repair: { $0.configure("vm2", in: "right/app", "10.2.1.10", public: "pip", applicationGroups: ["web"]) }),
    Plant(
      "F8: the rule is for VirtualNetwork, and the packet comes from the internet", "internet", "vm2",
      .notInVirtualNetworkTag, at: Lab.securityGroup("nsg"),
      says: [
        "rule web (100) almost lets it pass, but its source is VirtualNetwork, and at vm2-nic that tag doesn't hold"
      ],
      commands: ["--priority 110", "--source-address-prefixes Internet"], in: { .filtered },
      fault: { $0.securityRule("nsg", "web", 100, "Allow", from: "VirtualNetwork", port: "443") },
      repair: { $0.securityRule("nsg", "internet", 110, "Allow", from: "Internet", to: "10.2.1.10", port: "443") }),
    Plant(
      "I-30: a Standard public address without a group", "internet", "vm2", .publicAddressWithoutGroup,
      at: Lab.publicAddress("pip"), says: ["is Standard: it stays closed"],
      commands: ["az network nsg create", "--network-security-group \(Lab.securityGroup("vm2-nic-nsg"))"],
      in: { .filtered },
      fault: {
        $0.set(Lab.subnet("right/app"), "networkSecurityGroup", nil)
        $0.publicAddress("pip", "20.1.1.1", sku: "Standard")
      },
      repair: {
        $0.securityGroup("vm2-nic-nsg", at: ["vm2"])
        $0.securityRule("vm2-nic-nsg", "web", 100, "Allow", from: "Internet", to: "10.2.1.10", port: "443")
      }),
  ]
}

extension EstateBuilder {
  /// Two peered networks; `vm2` has a public address and a group around it that says nothing of its own.
  static var filtered: EstateBuilder {
    var lab = pair
    lab.publish("vm2", in: "right/app", "10.2.1.10")
    lab.securityGroup("nsg", at: ["right/app"])
    return lab
  }

  /// A network security group without rules of its own, attached to subnets (`hub/app`) and to machines' NICs (`vm`).
  mutating func securityGroup(_ name: String, at places: [String] = []) {
    add(Self.securityGroup(name), JSONObject([]))
    for place in places {
      let id = place.contains("/") ? Self.subnet(place) : Self.nic(place)
      set(id, "networkSecurityGroup", ["id": .string(Self.securityGroup(name))])
    }
  }

  /// A rule of a group. `from` and `to` are `*`, an address, a prefix or a service tag; `asg NAME` is a group.
  mutating func securityRule(
    _ group: String, _ name: String, _ priority: Int, _ access: String, _ direction: String = "Inbound",
    transport: String = "*", from source: String = "*", to destination: String = "*", port: String = "*"
  ) {
    var properties = JSONObject([
      ("priority", .integer(Int64(priority))), ("direction", .string(direction)), ("access", .string(access)),
      ("protocol", .string(transport)), ("sourcePortRange", "*"), ("destinationPortRange", .string(port)),
    ])
    for (side, text) in [("source", source), ("destination", destination)] {
      if text.hasPrefix("asg ") {
        properties["\(side)ApplicationSecurityGroups"] = [
          ["id": .string(Self.applicationGroup(String(text.dropFirst(4))))]
        ]
      } else {
        properties["\(side)AddressPrefix"] = .string(text)
      }
    }
    add("\(Self.securityGroup(group))/securityRules/\(name)", properties)
  }
}
