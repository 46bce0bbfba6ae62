import Diagnosis
import EstateFixtures
import Findings
import JSONDocument

/// Faults of gateways and gateway transit (G, P2, P3, U4, U10).
extension Plant {
  private typealias Lab = EstateBuilder

  static let gateways: [Plant] = [
    Plant(
      "propagation off in a spoke that needs on-premises routes", "vm1", "192.168.1.1", .propagationDisabled,
      at: Lab.table("rt1"), says: ["rt1", "192.168.0.0/16"], commands: ["--disable-bgp-route-propagation false"],
      in: { .hubWithGateway }, fault: { $0.set(Lab.table("rt1"), "disableBgpRoutePropagation", true) },
      repair: { $0.set(Lab.table("rt1"), "disableBgpRoutePropagation", false) }),
    Plant(
      "gateway transit not offered", "vm1", "192.168.1.1", .noGatewayTransit, at: Lab.peering("hub/to-spoke1"),
      says: ["allowGatewayTransit"], commands: ["-n to-spoke1 --set allowGatewayTransit=true"],
      in: { .hubWithGateway }, fault: { $0.set(Lab.peering("hub/to-spoke1"), "allowGatewayTransit", false) },
      repair: { $0.set(Lab.peering("hub/to-spoke1"), "allowGatewayTransit", true) }),
    Plant(
      "gateway transit not used", "vm1", "192.168.1.1", .noGatewayTransit, at: Lab.peering("spoke1/to-hub"),
      says: ["useRemoteGateways"], commands: ["-n to-hub --set useRemoteGateways=true"], in: { .hubWithGateway },
      fault: { $0.set(Lab.peering("spoke1/to-hub"), "useRemoteGateways", false) },
      repair: { $0.set(Lab.peering("spoke1/to-hub"), "useRemoteGateways", true) }),
    Plant(
      "gateway transit not used, asked from on-premises", "onpremises", "vm1", .noGatewayTransit,
      at: Lab.peering("spoke1/to-hub"), says: ["on the way back", "useRemoteGateways"],
      commands: ["useRemoteGateways=true"], in: { .hubWithGateway },
      fault: { $0.set(Lab.peering("spoke1/to-hub"), "useRemoteGateways", false) },
      repair: { $0.set(Lab.peering("spoke1/to-hub"), "useRemoteGateways", true) }),
    Plant(
      "a deleted connection", "vm1", "192.168.1.1", .siteNotConnected, at: Lab.site("office"),
      says: ["office", "no connection"], commands: ["vpn-connection create"], in: { .hubWithGateway },
      fault: { $0.remove(Lab.connection("to-office")) },
      repair: { $0.connection("to-office", "gw", site: "office") }),
    Plant(
      "a site without the prefix", "vm1", "172.16.5.5", .gatewayLacksPrefix, at: Lab.site("office"),
      says: ["gw", "172.16.5.5", "office"], commands: ["local-gateway update"], in: { .hubWithGateway },
      fault: { _ in }, repair: { $0.site("office", ["192.168.0.0/16", "172.16.5.0/24"]) }),
    Plant(
      "the same behind a user route to the gateway", "vm1", "172.16.5.5", .gatewayLacksPrefix, at: Lab.site("office"),
      says: ["172.16.5.5"], commands: ["local-gateway update"], in: { .hubWithGateway },
      fault: { $0.route("rt1", "office", "172.16.0.0/12", type: "VirtualNetworkGateway") },
      repair: { $0.site("office", ["192.168.0.0/16", "172.16.5.0/24"]) }),
    Plant(
      "U6: propagation off on the gateway's own subnet", "vm1", "192.168.1.1", .gatewaySubnetPropagationDisabled,
      at: Lab.table("rt-gw"), says: ["rt-gw", "GatewaySubnet"],
      commands: ["--disable-bgp-route-propagation false"],
      in: {
        var lab = EstateBuilder.hubWithGateway
        lab.table("rt-gw", of: ["hub/GatewaySubnet"])
        return lab
      },
      fault: { $0.set(Lab.table("rt-gw"), "disableBgpRoutePropagation", true) },
      repair: { $0.set(Lab.table("rt-gw"), "disableBgpRoutePropagation", false) }),
    Plant(
      "U8: a default route on the gateway's own subnet", "vm1", "192.168.1.1", .gatewaySubnetDefaultRoute,
      at: Lab.route("rt-gw", "all"), says: ["user route all of rt-gw"], commands: ["route delete", "-n all"],
      in: {
        var lab = EstateBuilder.hubWithGateway
        lab.table("rt-gw", of: ["hub/GatewaySubnet"])
        return lab
      },
      fault: { $0.route("rt-gw", "all", "0.0.0.0/0", via: "10.0.2.4") },
      repair: { $0.remove(Lab.route("rt-gw", "all")) }),
    Plant(
      "a connection that isn't connected", "vm1", "192.168.1.1", .connectionNotConnected,
      at: Lab.connection("to-office"), says: ["NotConnected"], commands: ["vpn-connection show"],
      in: { .hubWithGateway }, fault: { $0.set(Lab.connection("to-office"), "connectionStatus", "NotConnected") },
      repair: { $0.set(Lab.connection("to-office"), "connectionStatus", "Connected") }),
    Plant(
      "a prefix that on-premises doesn't announce", "vm1", "172.16.5.5", .prefixNotLearned, at: Lab.gateway("gw"),
      says: ["gw", "172.16.5.5"], commands: ["list-learned-routes"],
      in: {
        var lab = EstateBuilder.hubWithGateway
        lab.gateway("gw", in: "hub", bgp: true)
        lab.connection("to-office", "gw", site: "office", bgp: true)
        return lab
      },
      fault: { $0.learned(Lab.gateway("gw"), ["192.168.0.0/16": "192.168.0.254"]) },
      repair: { $0.learned(Lab.gateway("gw"), ["192.168.0.0/16": "192.168.0.254", "172.16.0.0/12": "192.168.0.254"]) }
    ),
    Plant(
      "a default route learned over BGP before a public address", "internet", "vm1", .asymmetricReturn,
      at: Lab.gateway("gw"), says: ["straight from the internet", "a gateway"],
      commands: ["route create", "203.0.113.1/32"],
      in: {
        var lab = EstateBuilder.hubWithGateway
        lab.publish("vm1", in: "spoke1/app", "10.1.1.10")
        lab.gateway("gw", in: "hub", bgp: true)
        lab.connection("to-office", "gw", site: "office", bgp: true)
        return lab
      },
      fault: { $0.learned(Lab.gateway("gw"), ["0.0.0.0/0": "192.168.0.254"]) },
      repair: { $0.route("rt1", "direct-to-client", "203.0.113.1/32", type: "Internet") }),
    Plant(
      "a default route from a Route Server on the appliance's own subnet", "vm1", "8.8.8.8", .routingLoop,
      at: Lab.hub("rs"), says: ["nva-nic to nva-nic"], in: { .routeServer }, fault: { _ in },
      repair: {
        $0.table("rt-nva", of: ["hub/nva"], propagation: false)
        $0.route("rt-nva", "out", "0.0.0.0/0", type: "Internet")
      }),
  ]
}

extension EstateBuilder {
  /// A hub whose appliance announces a default route to a Route Server, which spokes use.
  static var routeServer: EstateBuilder {
    var lab = hubAndSpokes
    lab.useHubGateway()
    lab.add(subnet("hub/RouteServerSubnet"), .init([("addressPrefix", "10.0.254.0/26")]))
    lab.routeServer("rs", in: "hub", peer: "nva", "10.0.2.4")
    lab.learned("\(hub("rs"))/bgpConnections/nva", ["0.0.0.0/0": "10.0.2.4"])
    return lab
  }
}
