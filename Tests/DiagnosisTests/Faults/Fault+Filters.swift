import Diagnosis
import EstateFixtures
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
