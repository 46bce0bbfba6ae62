import Diagnosis
import EstateFixtures
import Findings
import JSONDocument

/// Faults of user routes and appliances (U and N).
extension Plant {
  private typealias Lab = EstateBuilder

  static let routes: [Plant] = [
    Plant(
      "a next hop one address off", "vm1", "vm2", .nextHopUnowned, at: Lab.route("rt1", "to-spoke2"),
      says: ["to-spoke2", "10.0.2.5"], commands: ["route update", "--next-hop-ip-address"], in: { .hubAndSpokes },
      fault: { $0.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.5") },
      repair: { $0.set(Lab.route("rt1", "to-spoke2"), "nextHopIpAddress", "10.0.2.4") }),
    Plant(
      "a next hop whose NIC doesn't forward", "vm1", "vm2", .applianceNotForwarding, at: Lab.nic("nva"),
      says: ["nva-nic", "IP forwarding"], commands: ["az network nic update", "--ip-forwarding true"],
      in: { .hubAndSpokes }, fault: { $0.set(Lab.nic("nva"), "enableIPForwarding", false) },
      repair: { $0.set(Lab.nic("nva"), "enableIPForwarding", true) }),
    Plant(
      "a next hop in a network that isn't peered", "vm1", "vm2", .nextHopNotReachable,
      at: Lab.route("rt1", "to-spoke2"), says: ["not peered", "10.9.0.4"], commands: ["peering create", "-n to-far"],
      in: { .hubAndSpokes },
      fault: {
        $0.network("far", ["10.9.0.0/16"], subnets: ["nva": "10.9.0.0/24"])
        $0.machine("farnva", in: "far/nva", "10.9.0.4", forwards: true)
        $0.peer("far", "spoke2")
        $0.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.9.0.4")
        $0.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.9.0.4")
      },
      repair: { $0.peer("spoke1", "far") }),
    Plant(
      "a black hole left over", "vm1", "vm2", .userRouteDrops, at: Lab.route("rt1", "hole"),
      says: ["hole", "None"], commands: ["route delete", "-n hole"], in: { .hubAndSpokes },
      fault: { $0.route("rt1", "hole", "10.2.1.0/24", type: "None") },
      repair: { $0.remove(Lab.route("rt1", "hole")) }),
    Plant(
      "two appliances that point at each other", "vm1", "vm2", .routingLoop, at: Lab.route("rt-b", "back"),
      says: ["nva-nic to nva2-nic to nva-nic", "back"], commands: ["route delete", "-n back"],
      in: {
        var lab = EstateBuilder.hubAndSpokes
        lab.add(Lab.subnet("hub/nva2"), .init([("addressPrefix", "10.0.4.0/24")]))
        lab.machine("nva2", in: "hub/nva2", "10.0.4.4", forwards: true)
        lab.table("rt-a", of: ["hub/nva"])
        lab.route("rt-a", "on", "10.2.0.0/16", via: "10.0.4.4")
        lab.table("rt-b", of: ["hub/nva2"])
        lab.route("rt-b", "home", "10.1.0.0/16", via: "10.0.2.4")
        lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.0.4.4")
        return lab
      },
      fault: { $0.route("rt-b", "back", "10.2.0.0/16", via: "10.0.2.4") },
      repair: { $0.remove(Lab.route("rt-b", "back")) }),
    Plant(
      "the senders' table on the appliance's own subnet", "vm1", "vm2", .routingLoop,
      at: Lab.route("rt1", "to-spoke2"), says: ["nva-nic to nva-nic"], commands: ["subnets/nva --route-table null"],
      in: { .hubAndSpokes },
      fault: { $0.set(Lab.subnet("hub/nva"), "routeTable", ["id": .string(Lab.table("rt1"))]) },
      repair: { $0.set(Lab.subnet("hub/nva"), "routeTable", nil) }),
    Plant(
      "a user route to a gateway that isn't there", "vm1", "192.168.1.1", .noGateway,
      at: Lab.route("rt1", "office"), says: ["office", "no VPN gateway"], commands: ["route delete"],
      in: { .hubAndSpokes },
      fault: { $0.route("rt1", "office", "192.168.0.0/16", type: "VirtualNetworkGateway") },
      repair: {
        $0.useHubGateway()
        $0.gateway("gw", in: "hub")
        $0.site("office", ["192.168.0.0/16"])
        $0.connection("to-office", "gw", site: "office")
      }),
    Plant(
      "a private destination sent to the internet", "vm1", "vm2", .privateDestinationToInternet,
      at: Lab.route("rt1", "out"), says: ["out", "10.2.1.10", "internet"], commands: ["route delete"],
      in: { .hubAndSpokes }, fault: { $0.route("rt1", "out", "10.2.1.0/24", type: "Internet") },
      repair: { $0.remove(Lab.route("rt1", "out")) }),
    Plant(
      "a route table that no subnet names", "vm1", "vm2", .routeTableNotAssociated, at: Lab.subnet("spoke1/app"),
      says: ["rt1", "associated with no subnet"], commands: ["subnet update", "--route-table"], in: { .hubAndSpokes },
      fault: { for name in ["app", "empty"] { $0.set(Lab.subnet("spoke1/\(name)"), "routeTable", nil) } },
      repair: { $0.set(Lab.subnet("spoke1/app"), "routeTable", ["id": .string(Lab.table("rt1"))]) }),
    Plant(
      "peering routes kept away", "vm1", "vm2", .peeringRoutesDisabled, at: Lab.table("rt"),
      says: ["rt", "disablePeeringRoute"], commands: ["disablePeeringRoute=None"],
      in: {
        var lab = EstateBuilder.pair
        lab.table("rt", of: ["left/app"])
        return lab
      },
      fault: { $0.set(Lab.table("rt"), "disablePeeringRoute", "All") },
      repair: { $0.set(Lab.table("rt"), "disablePeeringRoute", "None") }),
    Plant(
      "a stopped appliance", "vm1", "vm2", .applianceStopped, at: Lab.machine("nva"), says: ["nva", "deallocated"],
      commands: ["az vm start"], in: { .hubAndSpokes }, fault: { $0.power("nva", "deallocated") },
      repair: { $0.power("nva", "running") }),
    Plant(
      "a load balancer without a rule for the port", "vm1", "vm2", .loadBalancerCannotForward,
      at: Lab.balancer("lb"), says: ["10.0.2.100", "lb", "no rule"],
      commands: ["lb rule update", "--protocol All --frontend-port 0 --backend-port 0"],
      in: { .balancedAppliance }, fault: { $0.balancer("lb", in: "hub/nva", "10.0.2.100", port: 80) },
      repair: { $0.balancer("lb", in: "hub/nva", "10.0.2.100") }),
    Plant(
      "a load balancer with nothing behind it", "vm1", "vm2", .loadBalancerCannotForward, at: Lab.balancer("lb"),
      says: ["no NIC"], in: { .balancedAppliance }, fault: { $0.configure("nva", in: "hub/nva", "10.0.2.4") },
      repair: { $0.configure("nva", in: "hub/nva", "10.0.2.4", pools: [Lab.pool("lb")]) }),
    Plant(
      "a backend that asks its own front end", "nva", "10.0.2.100", .loadBalancerToItself, at: Lab.balancer("lb"),
      says: ["only backend"], in: { .balancedAppliance }, fault: { _ in },
      repair: {
        $0.machine("nva2", in: "hub/nva", "10.0.2.5")
        $0.configure("nva2", in: "hub/nva", "10.0.2.5", pools: [Lab.pool("lb")])
      }),
  ]
}

extension EstateBuilder {
  /// The hub's appliance behind an internal load balancer with HA ports at 10.0.2.100, which `spoke1` sends to.
  static var balancedAppliance: EstateBuilder {
    var lab = hubAndSpokes
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    lab.configure("nva", in: "hub/nva", "10.0.2.4", pools: [pool("lb")])
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.100")
    return lab
  }
}
