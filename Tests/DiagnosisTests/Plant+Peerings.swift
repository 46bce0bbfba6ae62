import Diagnosis
import EstateFixtures
import Findings
import JSONDocument

/// Faults of peerings and address spaces (P), and of the ends of a connection.
extension Plant {
  private typealias Lab = EstateBuilder

  static let peerings: [Plant] = [
    Plant(
      "one side deleted, seen from the side that is left", "vm1", "vm2", .peeringNotConnected,
      at: Lab.peering("left/to-right"), says: ["to-right", "Disconnected"],
      commands: ["peering delete", "peering create"], in: { .pair },
      fault: {
        $0.remove(Lab.peering("right/to-left"))
        $0.set(Lab.peering("left/to-right"), "peeringState", "Disconnected")
      },
      repair: { $0.peer("left", "right") }),
    Plant(
      "one side deleted, seen from the side that lost it", "vm2", "vm1", .peeringNotConnected,
      at: Lab.peering("left/to-right"), says: ["to-right of left", "Disconnected"],
      commands: ["peering delete", "peering create"], in: { .pair },
      fault: {
        $0.remove(Lab.peering("right/to-left"))
        $0.set(Lab.peering("left/to-right"), "peeringState", "Disconnected")
      },
      repair: { $0.peer("left", "right") }),
    Plant(
      "the other side never created", "vm1", "vm2", .peeringNotConnected, at: Lab.peering("left/to-right"),
      says: ["Initiated"], commands: ["peering create", "--vnet-name right"], in: { .pair },
      fault: {
        $0.remove(Lab.peering("right/to-left"))
        $0.set(Lab.peering("left/to-right"), "peeringState", "Initiated")
      },
      repair: { $0.peer("left", "right") }),
    Plant(
      "forwarded traffic refused", "vm1", "vm2", .forwardedTrafficDenied, at: Lab.peering("spoke2/to-hub"),
      says: ["to-hub of spoke2", "forwarded"], commands: ["allowForwardedTraffic=true"], in: { .hubAndSpokes },
      fault: { $0.set(Lab.peering("spoke2/to-hub"), "allowForwardedTraffic", false) },
      repair: { $0.set(Lab.peering("spoke2/to-hub"), "allowForwardedTraffic", true) }),
    Plant(
      "access off on the near side", "vm1", "vm2", .peeringAccessDenied, at: Lab.peering("left/to-right"),
      says: ["allowVirtualNetworkAccess off"], commands: ["allowVirtualNetworkAccess=true"], in: { .pair },
      fault: { $0.set(Lab.peering("left/to-right"), "allowVirtualNetworkAccess", false) },
      repair: { $0.set(Lab.peering("left/to-right"), "allowVirtualNetworkAccess", true) }),
    Plant(
      "access off on the far side", "vm1", "vm2", .peeringAccessDenied, at: Lab.peering("right/to-left"),
      says: ["to-left of right"], commands: ["allowVirtualNetworkAccess=true"], in: { .pair },
      fault: { $0.set(Lab.peering("right/to-left"), "allowVirtualNetworkAccess", false) },
      repair: { $0.set(Lab.peering("right/to-left"), "allowVirtualNetworkAccess", true) }),
    Plant(
      "an address space that grew without a sync", "vm1", "10.22.0.4", .peeringNotSynchronised,
      at: Lab.peering("left/to-right"), says: ["10.22.0.0/16", "synchronised"], commands: ["peering sync"],
      in: { .grown }, fault: { _ in },
      repair: {
        $0.set(
          Lab.peering("left/to-right"), "remoteAddressSpace", ["addressPrefixes": ["10.2.0.0/16", "10.22.0.0/16"]])
      }),
    Plant(
      "the same, named on the way back", "10.22.0.4", "vm1", .peeringNotSynchronised,
      at: Lab.peering("left/to-right"), says: ["on the way back"], commands: ["peering sync"], in: { .grown },
      fault: { _ in },
      repair: {
        $0.set(
          Lab.peering("left/to-right"), "remoteAddressSpace", ["addressPrefixes": ["10.2.0.0/16", "10.22.0.0/16"]])
      }),
    Plant(
      "spokes that rely on a peered hub alone", "vm1", "vm2", .noRoute, at: Lab.network("spoke1"),
      says: ["spoke2", "not transitive"], commands: ["--vnet-name spoke1", "--vnet-name spoke2"],
      in: { .hubAndSpokes },
      fault: {
        for name in ["spoke1/app", "spoke1/empty", "spoke2/app", "spoke2/empty"] {
          $0.set(Lab.subnet(name), "routeTable", nil)
        }
        for route in [Lab.route("rt1", "to-spoke2"), Lab.route("rt2", "to-spoke1")] { $0.remove(route) }
      },
      repair: { $0.peer("spoke1", "spoke2") }),
    Plant(
      "an address that no network has", "vm1", "172.20.1.1", .noRoute, at: Lab.subnet("left/app"),
      says: ["172.20.1.1"], in: { .pair }, fault: { _ in },
      repair: {
        $0.network("third", ["172.20.0.0/16"], subnets: ["app": "172.20.1.0/24"])
        $0.machine("vm3", in: "third/app", "172.20.1.1")
        $0.peer("left", "third")
      }),
    Plant(
      "an address that nothing has", "vm1", "10.2.1.99", .addressUnowned, at: Lab.network("right"),
      says: ["10.2.1.99", "right"], commands: ["az network nic list"], in: { .pair }, fault: { _ in },
      repair: { $0.machine("vm9", in: "right/app", "10.2.1.99") }),
    Plant(
      "a subnet that a subnet peering leaves out", "vm1", "vm2", .subnetNotPeered, at: Lab.peering("left/to-right"),
      says: ["localSubnetNames", "app"], commands: ["--add localSubnetNames app"], in: { .pair },
      fault: {
        $0.set(Lab.peering("left/to-right"), "peerCompleteVnets", false)
        $0.set(Lab.peering("left/to-right"), "localSubnetNames", ["other"])
        $0.set(Lab.peering("left/to-right"), "remoteSubnetNames", ["app"])
      },
      repair: { $0.set(Lab.peering("left/to-right"), "localSubnetNames", ["other", "app"]) }),
    Plant(
      "two networks with one address space", "vm1", "vm2", .overlappingAddressSpaces, at: Lab.network("twin"),
      says: ["left and twin", "10.1.3.10"],
      in: {
        var lab = EstateBuilder.pair
        lab.network("twin", ["10.1.0.0/16"], subnets: ["app": "10.1.3.0/24"])
        lab.machine("vm2", in: "twin/app", "10.1.3.10")
        return lab
      }, fault: { _ in }, repair: nil),
    Plant(
      "overlapping members of a mesh", "vm1", "vm2", .overlappingAddressSpaces, at: Lab.network("twin"),
      says: ["right and twin"],
      in: {
        var lab = EstateBuilder.pair
        for side in ["left/to-right", "right/to-left"] { lab.remove(Lab.peering(side)) }
        lab.mesh("all", ["left", "right"])
        return lab
      },
      fault: {
        $0.network("twin", ["10.2.0.0/16"], subnets: [:])
        $0.mesh("all", ["left", "right", "twin"])
      },
      repair: { $0.mesh("all", ["left", "right"]) }),
    Plant(
      "a stopped sender", "vm1", "vm2", .sourceStopped, at: Lab.machine("vm1"), says: ["vm1", "stopped"],
      commands: ["az vm start"], in: { .pair }, fault: { $0.power("vm1", "stopped") },
      repair: { $0.power("vm1", "running") }),
    Plant(
      "a stopped destination", "vm1", "vm2", .destinationStopped, at: Lab.machine("vm2"), says: ["deallocated"],
      commands: ["az vm start"], in: { .pair }, fault: { $0.power("vm2", "deallocated") },
      repair: { $0.power("vm2", "running") }),
    Plant(
      "a host that the internet can't address", "internet", "vm1", .noPublicAddress, at: Lab.nic("vm1"),
      says: ["no public address"], commands: ["public-ip create", "ip-config update"], in: { .pair },
      fault: { _ in }, repair: { $0.publish("vm1", in: "left/app", "10.1.1.10") }),
    Plant(
      "a host behind a public load balancer that has no rule for the port", "internet", "vm1", port: 8443,
      .loadBalancerCannotForward, at: Lab.balancer("lb"), says: ["20.1.1.1", "no rule"],
      commands: ["lb rule create", "--frontend-port 8443"],
      in: {
        var lab = EstateBuilder.pair
        lab.publicAddress("pip", "20.1.1.1")
        lab.balancer("lb", public: "pip", port: 8443)
        lab.configure("vm1", in: "left/app", "10.1.1.10", pools: [Lab.pool("lb")])
        return lab
      },
      fault: { $0.balancer("lb", public: "pip", port: 443) }, repair: { $0.balancer("lb", public: "pip", port: 8443) }),
    Plant(
      "a default route to an appliance behind a public address", "internet", "vm1", .asymmetricReturn,
      at: Lab.route("rt1", "all"), says: ["straight from the internet", "10.0.2.4"],
      commands: ["route create", "203.0.113.1/32", "--next-hop-type Internet"],
      in: {
        var lab = EstateBuilder.hubAndSpokes
        lab.publish("vm1", in: "spoke1/app", "10.1.1.10")
        return lab
      },
      fault: { $0.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4") },
      repair: { $0.route("rt1", "direct-to-client", "203.0.113.1/32", type: "Internet") }),
    Plant(
      "the same, asked by the public address from another address", "198.51.100.7", "20.1.1.1", .asymmetricReturn,
      at: Lab.route("rt1", "all"), says: ["straight from the internet"], commands: ["198.51.100.7/32"],
      in: {
        var lab = EstateBuilder.hubAndSpokes
        lab.publish("vm1", in: "spoke1/app", "10.1.1.10")
        return lab
      },
      fault: { $0.route("rt1", "all", "0.0.0.0/0", via: "10.0.2.4") },
      repair: { $0.route("rt1", "direct-to-client", "198.51.100.7/32", type: "Internet") }),
  ]
}

extension EstateBuilder {
  /// A pair whose right network has a second prefix that the left one doesn't know yet, and a machine there.
  static var grown: EstateBuilder {
    var lab = pair
    lab.network(
      "right", ["10.2.0.0/16", "10.22.0.0/16"], subnets: ["app": "10.2.1.0/24", "new": "10.22.0.0/24"])
    lab.set(peering("left/to-right"), "remoteAddressSpace", ["addressPrefixes": ["10.2.0.0/16"]])
    lab.machine("fresh", in: "right/new", "10.22.0.4")
    return lab
  }

  /// Gives a machine the public address 20.1.1.1.
  mutating func publish(_ machine: String, in subnet: String, _ address: String) {
    publicAddress("pip", "20.1.1.1")
    configure(machine, in: subnet, address, public: "pip")
  }
}
