import EstateFixtures
import JSONDocument

extension EstateBuilder {
  /// The hub's appliance behind an internal load balancer with HA ports at 10.0.2.100, which `spoke1` sends to.
  static var balancedAppliance: EstateBuilder {
    var lab = hubAndSpokes
    lab.balancer("lb", in: "hub/nva", "10.0.2.100")
    lab.configure("nva", in: "hub/nva", "10.0.2.4", pools: [pool("lb")])
    lab.route("rt1", "to-spoke2", "10.2.0.0/16", via: "10.0.2.100")
    return lab
  }

  /// The same with a probe of port 22.
  static var probedAppliance: EstateBuilder {
    var lab = balancedAppliance
    let id = balancer("lb")
    lab.set(id, "probes", [["name": "ssh", "properties": ["protocol": "Tcp", "port": 22]]])
    let rule: JSONValue = [
      "frontendIPConfiguration": ["id": .string("\(id)/frontendIPConfigurations/front")],
      "backendAddressPool": ["id": .string(pool("lb"))], "protocol": "All", "frontendPort": 0, "backendPort": 0,
      "probe": ["id": .string("\(id)/probes/ssh")],
    ]
    lab.set(id, "loadBalancingRules", [["name": "rule", "properties": rule]])
    return lab
  }
}
