import Diagnosis
import EstateFixtures
import Findings
import JSONDocument

/// Faults of user routes (U) and appliances (N).
extension Fault {
  private typealias Lab = EstateBuilder

  static let routes: [Fault] = [
    Fault("U1a", "a1", "b1", .nextHopUnowned, at: Lab.route("rt-a1", "to-b1")) {
      $0.route("rt-a1", "to-b1", "10.101.0.0/16", via: "10.0.2.5")
    },
    Fault("U1b", "a1", "b1", .applianceNotForwarding, at: Lab.nic("jump")) {
      $0.machine("jump", in: "hub-a/nva", "10.0.2.5")
      $0.route("rt-a1", "to-b1", "10.101.0.0/16", via: "10.0.2.5")
    },
    Fault("U3", "a1", "b1", .routeTableNotAssociated, at: Lab.subnet("spoke-a1/app")) {
      $0.set(Lab.subnet("spoke-a1/app"), "routeTable", nil)
    },
    Fault("U4", "a2", "192.168.1.10", .propagationDisabled, at: Lab.table("rt-a2")) {
      $0.set(Lab.table("rt-a2"), "disableBgpRoutePropagation", true)
    },
    Fault("U5", "a3", "192.168.1.10", .applianceBypassed, at: Lab.route("rt-a3", "all"), warns: true) {
      $0.set(Lab.table("rt-a3"), "disableBgpRoutePropagation", false)
    },
    Fault("U7", "onpremises", "a1", .applianceBypassed, at: Lab.route("rt-gw", "to-a1"), warns: true) {
      $0.route("rt-gw", "to-a1", "10.0.0.0/12", via: "10.0.2.4")
    },
    Fault("U2", "a6", "8.8.8.8", .applianceBypassed, at: Lab.subnet("spoke-a6/app"), warns: true) {
      $0.remove(Lab.route("rt-a6", "all"))
    },
    Fault("U6", "a2", "192.168.1.10", .gatewaySubnetPropagationDisabled, at: Lab.table("rt-gw")) {
      $0.set(Lab.table("rt-gw"), "disableBgpRoutePropagation", true)
    },
    Fault("U8", "a2", "192.168.1.10", .gatewaySubnetDefaultRoute, at: Lab.route("rt-gw", "all")) {
      $0.route("rt-gw", "all", "0.0.0.0/0", via: "10.0.2.4")
    },
    Fault("U9", "internet", "web", port: 22, .asymmetricReturn, at: Lab.route("rt-web", "all")) {
      $0.route("rt-web", "all", "0.0.0.0/0", via: "10.0.2.4")
    },
    Fault("U10", "internet", "web", port: 22, .asymmetricReturn, at: Lab.gateway("gw")) {
      $0.gateway("gw", in: "hub-a", bgp: true)
      $0.connection("to-office", "gw", site: "office", bgp: true)
      $0.learned(Lab.gateway("gw"), ["0.0.0.0/0": "192.168.0.254", "192.168.0.0/16": "192.168.0.254"])
    },
    Fault("U11", "a1", "endpoint sql", .applianceBypassed, at: Lab.route("rt-a1", "to-sql"), warns: true) {
      $0.route("rt-a1", "to-sql", "10.0.4.0/24", via: "10.0.2.4")
    },
    Fault("U12", "b1", "a1", .noGateway, at: Lab.route("rt-b1", "office")) {
      $0.route("rt-b1", "office", "10.1.1.0/24", type: "VirtualNetworkGateway")
    },
    Fault("U13", "a1", "b1", .nextHopNotReachable, at: Lab.route("rt-a1", "to-b1")) {
      $0.network("far", ["10.200.0.0/16"], subnets: ["nva": "10.200.0.0/24"])
      $0.machine("far-nva", in: "far/nva", "10.200.0.4", forwards: true)
      $0.route("rt-a1", "to-b1", "10.101.0.0/16", via: "10.200.0.4")
    },
    Fault("U14", "a1", "a2", .userRouteDrops, at: Lab.route("rt-a1", "hole")) {
      $0.route("rt-a1", "hole", "10.2.1.0/24", type: "None")
    },
    Fault("U15", "a1", "b1", .routingLoop, at: Lab.route("rt-nva-b", "back")) {
      $0.route("rt-nva-b", "back", "10.101.0.0/16", via: "10.0.2.4")
    },
    Fault("U16", "a1", "a2", .asymmetricReturn, at: Lab.route("rt-a2", "to-a1")) {
      $0.peer("spoke-a2", "hub-b")
      $0.peer("spoke-a1", "hub-b")
      $0.remove(Lab.route("rt-nva-b", "to-a1"))
      $0.route("rt-a2", "to-a1", "10.1.0.0/16", via: "10.100.2.4")
    },
    Fault("U17", "a1", "web", port: 22, .applianceBypassed, at: Lab.route("rt-a1", "to-web"), warns: true) {
      $0.route("rt-a1", "to-web", "10.0.0.0/8", via: "10.0.2.4")
    },
    Fault("N1", "a1", "b1", .applianceNotForwarding, at: Lab.nic("nva-a")) {
      $0.set(Lab.nic("nva-a"), "enableIPForwarding", false)
    },
    Fault("N2", "a1", "b1", .applianceNotForwarding, at: Lab.nic("nva-b")) {
      $0.set(Lab.nic("nva-b"), "enableIPForwarding", false)
    },
    Fault("N8", "a1", "a2", .loadBalancerCannotForward, at: Lab.balancer("lb-a")) {
      $0.balancer("lb-a", in: "hub-a/nva", "10.0.2.100", port: 80)
    },
  ]
}
