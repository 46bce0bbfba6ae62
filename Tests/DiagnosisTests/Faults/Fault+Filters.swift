import Diagnosis
import EstateFixtures
import Findings
import JSONDocument
import PathAnalysis

/// Faults of filters (F).
extension Fault {
  private typealias Lab = EstateBuilder

  static let filters: [Fault] = [
    Fault("F1", "a1", "a2", transport: .icmp, .ruleDenies, at: Lab.securityGroup("nsg-a2")) {
      $0.securityRule("nsg-a2", "no-ping", 150, "Deny", transport: "Icmp")
    },
    Fault("F2", "a1", "a2", .ruleDenies, at: Lab.securityGroup("nsg-a2")) {
      $0.securityRule("nsg-a2", "deny-in", 100, "Deny")
      $0.securityRule("nsg-a2", "deny-out", 100, "Deny", "Outbound")
    },
    Fault("F3", "a1", "a2", port: 22, .ruleDenies, at: Lab.securityGroup("nsg-a2")) {
      $0.securityRule("nsg-a2", "no-ssh", 150, "Deny", transport: "Tcp", port: "22")
    },
    Fault("F4a", "a1", "a2", .ruleDenies, at: Lab.securityGroup("nsg-nic")) {
      $0.securityGroup("nsg-nic", at: ["a2"])
      $0.securityRule("nsg-nic", "deny-in", 100, "Deny")
    },
    Fault("F4b", "a1", "a2", .ruleDenies, at: Lab.securityGroup("nsg-nic")) {
      $0.securityGroup("nsg-nic", at: ["a1"])
      $0.securityRule("nsg-nic", "deny-out", 100, "Deny", "Outbound")
    },
    Fault(
      "F5", "a2", "192.168.1.10", .gatewaySubnetFiltered, at: Lab.subnet("hub-a/GatewaySubnet"), warns: true
    ) {
      $0.securityGroup("nsg-gw", at: ["hub-a/GatewaySubnet"])
      $0.securityRule("nsg-gw", "deny-in", 100, "Deny")
    },
    Fault(
      "F7", "a1", "a2", .adminRuleDenies,
      at: "\(Lab.manager)/securityAdminConfigurations/secure/ruleCollections/rules/rules/no-web"
    ) {
      $0.networkGroup("all", ["spoke-a2"])
      $0.adminConfiguration("secure", for: "all")
      $0.adminRule("secure", "no-web", 10, "Inbound", "Deny", "Tcp", ports: ["443"])
    },
    Fault("F9", "a1", "endpoint sql", .endpointGroupNotApplied, at: Lab.subnet("hub-a/endpoints"), warns: true) {
      $0.securityGroup("nsg-endpoints", at: ["hub-a/endpoints"])
      $0.securityRule("nsg-endpoints", "spokes", 100, "Allow", from: "10.0.0.0/8")
    },
    Fault("N6", "a3", "8.8.8.8", .noOutbound, at: Lab.subnet("hub-a/nva")) {
      $0.set(Lab.subnet("hub-a/nva"), "natGateway", nil)
      $0.set(Lab.subnet("hub-a/nva"), "defaultOutboundAccess", false)
    },
    Fault("N7", "a1", "a2", .probeDenied, at: Lab.securityGroup("nsg-nva")) {
      $0.probe("lb-a", port: 8080)
      $0.securityGroup("nsg-nva", at: ["hub-a/nva"])
      $0.securityRule("nsg-nva", "networks", 100, "Allow", from: "10.0.0.0/8")
      $0.securityRule("nsg-nva", "rest", 4000, "Deny")
    },
    Fault("F6", "a1", "a2", .notInApplicationSecurityGroup, at: Lab.securityGroup("nsg-a2")) {
      $0.add(Lab.applicationGroup("db"), JSONObject([]))
      $0.remove("\(Lab.securityGroup("nsg-a2"))/securityRules/spokes")
      $0.securityRule("nsg-a2", "to-db", 100, "Allow", to: "asg db", port: "443")
      $0.securityRule("nsg-a2", "deny-in", 4000, "Deny")
    },
    Fault("F8", "internet", "web", port: 22, .notInVirtualNetworkTag, at: Lab.securityGroup("nsg-web")) {
      $0.securityRule("nsg-web", "admin", 100, "Allow", transport: "Tcp", from: "VirtualNetwork", port: "22")
    },
  ]
}
