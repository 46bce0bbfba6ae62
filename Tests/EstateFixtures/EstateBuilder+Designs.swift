/// Common designs, sound as they are; a test plants its fault in one.
extension EstateBuilder {
  /// Two spokes around a hub with an appliance, `nva` at 10.0.2.4, that both send each other's traffic to. A machine
  /// in each: `vm1` 10.1.1.10, `vm2` 10.2.1.10, `admin` 10.0.1.10.
  public static var hubAndSpokes: EstateBuilder {
    var lab = EstateBuilder()
    lab.network(
      "hub", ["10.0.0.0/16"],
      subnets: ["app": "10.0.1.0/24", "nva": "10.0.2.0/24", "GatewaySubnet": "10.0.255.0/27"])
    lab.network("spoke1", ["10.1.0.0/16"], subnets: ["app": "10.1.1.0/24", "empty": "10.1.2.0/24"])
    lab.network("spoke2", ["10.2.0.0/16"], subnets: ["app": "10.2.1.0/24", "empty": "10.2.2.0/24"])
    lab.peer("spoke1", "hub")
    lab.peer("spoke2", "hub")
    lab.machine("nva", in: "hub/nva", "10.0.2.4", forwards: true)
    lab.machine("admin", in: "hub/app", "10.0.1.10")
    lab.machine("vm1", in: "spoke1/app", "10.1.1.10")
    lab.machine("vm2", in: "spoke2/app", "10.2.1.10")
    lab.table("rt1", of: ["spoke1/app", "spoke1/empty"])
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.4")
    lab.table("rt2", of: ["spoke2/app", "spoke2/empty"])
    lab.route("rt2", "to-spoke1", "10.1.0.0/16", via: "10.0.2.4")
    return lab
  }

  /// The same with a VPN gateway in the hub, connected to a site with 192.168.0.0/16.
  public static var hubWithGateway: EstateBuilder {
    var lab = hubAndSpokes
    lab.useHubGateway()
    lab.gateway("gw", in: "hub")
    lab.site("office", ["192.168.0.0/16"])
    lab.connection("to-office", "gw", site: "office")
    return lab
  }

  /// Turns on gateway transit from the hub to both spokes.
  public mutating func useHubGateway() {
    peer("spoke1", "hub", gateway: true)
    peer("spoke2", "hub", gateway: true)
  }

  /// Two peered networks with a machine in each: `vm1` 10.1.1.10, `vm2` 10.2.1.10.
  public static var pair: EstateBuilder {
    var lab = EstateBuilder()
    lab.network("left", ["10.1.0.0/16"], subnets: ["app": "10.1.1.0/24", "other": "10.1.2.0/24"])
    lab.network("right", ["10.2.0.0/16"], subnets: ["app": "10.2.1.0/24", "other": "10.2.2.0/24"])
    lab.peer("left", "right")
    lab.machine("vm1", in: "left/app", "10.1.1.10")
    lab.machine("vm2", in: "right/app", "10.2.1.10")
    return lab
  }
}
