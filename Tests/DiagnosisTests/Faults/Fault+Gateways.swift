import Diagnosis
import EstateFixtures
import Findings
import JSONDocument

/// Faults of gateways (G), peerings (P), and several at once (M).
extension Fault {
  private typealias Lab = EstateBuilder

  static let gateways: [Fault] = [
    Fault("G1", "a2", "192.168.1.10", .siteNotConnected, at: Lab.site("office")) {
      $0.remove(Lab.connection("to-office"))
    },
    Fault("G6", "a2", "192.168.1.10", .gatewayLacksPrefix, at: Lab.site("office")) {
      $0.site("office", ["192.168.9.0/24"])
    },
  ]

  static let peerings: [Fault] = [
    Fault("P1a", "a1", "b1", .peeringNotConnected, at: Lab.peering("spoke-a1/to-hub-a")) {
      $0.remove(Lab.peering("hub-a/to-spoke-a1"))
      $0.set(Lab.peering("spoke-a1/to-hub-a"), "peeringState", "Disconnected")
    },
    Fault("P1b", "a1", "b1", .peeringNotConnected, at: Lab.peering("spoke-b1/to-hub-b")) {
      $0.remove(Lab.peering("hub-b/to-spoke-b1"))
      $0.set(Lab.peering("spoke-b1/to-hub-b"), "peeringState", "Disconnected")
    },
    Fault("P2", "a2", "192.168.1.10", .noGatewayTransit, at: Lab.peering("hub-a/to-spoke-a2")) {
      $0.set(Lab.peering("hub-a/to-spoke-a2"), "allowGatewayTransit", false)
    },
    Fault("P3", "a2", "192.168.1.10", .noGatewayTransit, at: Lab.peering("spoke-a2/to-hub-a")) {
      $0.set(Lab.peering("spoke-a2/to-hub-a"), "useRemoteGateways", false)
    },
    Fault("P4", "a1", "a2", .forwardedTrafficDenied, at: Lab.peering("spoke-a2/to-hub-a")) {
      $0.set(Lab.peering("spoke-a2/to-hub-a"), "allowForwardedTraffic", false)
    },
    Fault("P5", "a1", "a2", .peeringAccessDenied, at: Lab.peering("hub-a/to-spoke-a2")) {
      $0.set(Lab.peering("hub-a/to-spoke-a2"), "allowVirtualNetworkAccess", false)
    },
    Fault("P6", "a2", "web", port: 22, .peeringNotSynchronised, at: Lab.peering("spoke-a2/to-hub-a")) {
      $0.set(Lab.peering("spoke-a2/to-hub-a"), "remoteAddressSpace", ["addressPrefixes": ["10.99.0.0/16"]])
    },
    Fault("P8", "a1", "b1", .overlappingAddressSpaces, at: Lab.network("spoke-b1"), repairable: false) {
      $0.remove(Lab.machine("b1"))
      $0.remove(Lab.nic("b1"))
      $0.network("spoke-b1", ["10.1.0.0/16"], subnets: ["app": "10.1.7.0/24"])
      $0.machine("b1", in: "spoke-b1/app", "10.1.7.10")
    },
    Fault("P7", "a1", "a2", .noRoute, at: Lab.network("spoke-a1")) {
      $0.remove(Lab.route("rt-a1", "to-a2"))
      $0.remove(Lab.route("rt-a2", "to-a1"))
    },
  ]

  static let several: [Fault] = [
    Fault("M1a", "a1", "b1", .nextHopUnowned, at: Lab.route("rt-a1", "to-b1")) {
      $0.route("rt-a1", "to-b1", "10.101.0.0/16", via: "10.0.2.5")
      $0.set(Lab.nic("nva-b"), "enableIPForwarding", false)
      $0.set(Lab.peering("spoke-b1/to-hub-b"), "allowForwardedTraffic", false)
    },
    Fault("M1b", "a1", "a2", .userRouteDrops, at: Lab.route("rt-a1", "hole")) {
      $0.route("rt-a1", "hole", "10.2.1.0/24", type: "None")
      $0.securityRule("nsg-a2", "deny-in", 100, "Deny")
    },
  ]
}
